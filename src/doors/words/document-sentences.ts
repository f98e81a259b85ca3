/** What a refusal about a photograph or a document says, in each language: what was expected, what came, what to do. */
import type { DocumentRefusal } from '../../domain/documents/document.ts';

/** Gives a fact of the refusal as text fit for the sentence. */
export type FactOf = (name: string) => string;
export type DocumentLanguage = 'en' | 'fr' | 'ar';
type Sentences = Readonly<Record<DocumentRefusal, (fact: FactOf) => string>>;

const EN: Sentences = {
  'document-empty': () => 'The file is empty. Choose the file again.',
  'document-too-large': (fact) =>
    `The file is larger than ${fact('limit')} MB, the most that is taken. Take the picture in a smaller size, or send the paper in parts.`,
  'document-type-unknown': () =>
    'The file is no JPEG, PNG, WebP or TIFF picture and no PDF, whatever it is called. Send a picture or a PDF.',
  'picture-is-heic': () =>
    'The picture is in the HEIC format, of which no copy can be made here. Set the camera to JPEG ("most compatible"), or send it as JPEG and keep the original file.',
  'document-claims-other': (fact) =>
    `The file says that it is ${fact('claimed')}, but its first bytes are those of ${fact('found')}. Ask where it comes from; give it its right name and send it again.`,
  'photograph-not-a-picture': () => 'A photograph is a picture, and this is a PDF. Add it as a document.',
  'picture-too-large': (fact) =>
    `The picture is too large to be opened safely: at most ${fact('megapixels')} million pixels are taken. Send it in a smaller size.`,
  'picture-opened-whole': (fact) =>
    `The picture is saved in a way in which it can only be opened whole (progressive, interlaced or WebP), and of such ones at most ${fact('megapixels')} million pixels are taken. Save it as an ordinary JPEG and send that, or send it in a smaller size.`,
  'document-damaged': () =>
    'The file is damaged or was cut off. Copy it again from the device on which it was made, and send it again.',
  'document-missing': () => 'A document is recorded with its file. Add the file to the arm.',
  'document-known-already': () => 'This very file was added to the arm before. Nothing was added again.',
  'document-unknown': (fact) =>
    `There is no photograph or document ${fact('document')} that you may see. Look at the list of the arm.`,
  'document-erased': (fact) => `The document was erased by order on ${fact('when')}; its digest remains.`,
  'document-has-no-copy': () => 'This document has no picture to show. Ask for its original.',
  'documents-not-seen': () =>
    'Your role does not see photographs and papers of cases. Ask whoever keeps the case.',
  'no-code-found': () =>
    'No Data Matrix or QR code could be read in the photograph. Take it again close, straight and without glare, or type the marks.',
  'upload-too-slow': (fact) =>
    `Nothing came for ${fact('seconds')} seconds, or the whole took too long, so the file was given up. Send it again where the line is better.`,
  'uploads-full': (fact) =>
    `${fact('atOnce')} files are being taken in, the most at a time. Send yours again in a minute.`,
};

const FR: Sentences = {
  'document-empty': () => 'Le fichier est vide. Choisissez-le à nouveau.',
  'document-too-large': (fact) =>
    `Le fichier dépasse ${fact('limit')} Mo, le maximum accepté. Réduisez la taille de la photo, ou envoyez le document en plusieurs parties.`,
  'document-type-unknown': () =>
    'Le fichier n’est ni une image JPEG, PNG, WebP ou TIFF, ni un PDF, quel que soit son nom. Envoyez une image ou un PDF.',
  'picture-is-heic': () =>
    'La photo est au format HEIC, dont aucune copie ne peut être faite ici. Réglez l’appareil sur JPEG (« le plus compatible »), ou envoyez-la en JPEG et conservez le fichier original.',
  'document-claims-other': (fact) =>
    `Le fichier se dit ${fact('claimed')}, mais ses premiers octets sont ceux de ${fact('found')}. Demandez d’où il vient, rendez-lui son vrai nom et renvoyez-le.`,
  'photograph-not-a-picture': () =>
    'Une photographie est une image, et ceci est un PDF. Joignez-le comme document.',
  'picture-too-large': (fact) =>
    `L’image est trop grande pour être ouverte sans risque : ${fact('megapixels')} millions de pixels au plus. Envoyez-la en plus petit.`,
  'picture-opened-whole': (fact) =>
    `L’image est enregistrée de telle façon qu’elle ne s’ouvre qu’en entier (progressive, entrelacée ou WebP) ; on en accepte alors ${fact('megapixels')} millions de pixels au plus. Enregistrez-la en JPEG ordinaire et envoyez ce fichier, ou envoyez-la en plus petit.`,
  'document-damaged': () =>
    'Le fichier est endommagé ou coupé. Copiez-le à nouveau depuis l’appareil d’origine et renvoyez-le.',
  'document-missing': () => 'Un document s’inscrit avec son fichier. Joignez le fichier à l’arme.',
  'document-known-already': () => 'Ce même fichier est déjà joint à l’arme. Rien n’a été ajouté.',
  'document-unknown': (fact) =>
    `Il n’y a pas de photographie ni de document ${fact('document')} que vous puissiez voir. Consultez la liste de l’arme.`,
  'document-erased': (fact) =>
    `Le document a été effacé sur ordre le ${fact('when')} ; son empreinte demeure.`,
  'document-has-no-copy': () => 'Ce document n’a pas d’image à montrer. Demandez l’original.',
  'documents-not-seen': () =>
    'Votre rôle ne voit pas les photographies et pièces des dossiers. Adressez-vous à qui tient le dossier.',
  'no-code-found': () =>
    'Aucun code Data Matrix ou QR n’a pu être lu sur la photographie. Reprenez-la de près, de face et sans reflet, ou saisissez les marques.',
  'upload-too-slow': (fact) =>
    `Rien n’est arrivé pendant ${fact('seconds')} secondes, ou l’envoi a duré trop longtemps : il a été abandonné. Renvoyez le fichier quand la liaison sera meilleure.`,
  'uploads-full': (fact) =>
    `${fact('atOnce')} fichiers arrivent déjà, le maximum à la fois. Renvoyez le vôtre dans une minute.`,
};

const AR: Sentences = {
  'document-empty': () => 'الملف فارغ. اختر الملف من جديد.',
  'document-too-large': (fact) =>
    `حجم الملف أكبر من ${fact('limit')} ميغابايت، وهو أقصى ما يُقبل. صغّر الصورة أو أرسل الوثيقة على أجزاء.`,
  'document-type-unknown': () =>
    'الملف ليس صورة JPEG أو PNG أو WebP أو TIFF ولا ملف PDF، أيًا كان اسمه. أرسل صورة أو ملف PDF.',
  'picture-is-heic': () =>
    'الصورة بصيغة HEIC التي لا يمكن إعداد نسخة منها هنا. اضبط الكاميرا على JPEG، أو أرسلها بصيغة JPEG واحتفظ بالملف الأصلي.',
  'document-claims-other': (fact) =>
    `يدّعي الملف أنه ${fact('claimed')}، لكن بدايته بداية ${fact('found')}. اسأل عن مصدره، ثم أعطه اسمه الصحيح وأرسله من جديد.`,
  'photograph-not-a-picture': () => 'الصورة الفوتوغرافية صورة، وهذا ملف PDF. أرفقه كوثيقة.',
  'picture-too-large': (fact) =>
    `الصورة أكبر من أن تُفتح بأمان: يُقبل ${fact('megapixels')} مليون بكسل على الأكثر. أرسلها بحجم أصغر.`,
  'picture-opened-whole': (fact) =>
    `حُفظت الصورة بطريقة لا تُفتح بها إلا كاملة (تدريجية أو متشابكة أو بصيغة WebP)، ولا يُقبل من مثلها أكثر من ${fact('megapixels')} مليون بكسل. احفظها بصيغة JPEG عادية وأرسلها، أو أرسلها بحجم أصغر.`,
  'document-damaged': () => 'الملف تالف أو مقطوع. انسخه من الجهاز الأصلي من جديد وأرسله مرة أخرى.',
  'document-missing': () => 'تُقيد الوثيقة مع ملفها. أرفق الملف بالسلاح.',
  'document-known-already': () => 'أُرفق هذا الملف نفسه بالسلاح من قبل. لم يُضف شيء.',
  'document-unknown': (fact) =>
    `لا توجد صورة أو وثيقة ${fact('document')} يمكنك الاطلاع عليها. انظر قائمة السلاح.`,
  'document-erased': (fact) => `مُحيت الوثيقة بأمر في ${fact('when')}، وبقيت بصمتها.`,
  'document-has-no-copy': () => 'ليس لهذه الوثيقة صورة تُعرض. اطلب الأصل.',
  'documents-not-seen': () => 'لا يطّلع دورك على صور القضايا وأوراقها. راجع من يمسك القضية.',
  'no-code-found': () =>
    'لم يُقرأ في الصورة أي رمز Data Matrix أو QR. أعد التصوير من قرب وباستقامة ودون وهج، أو اكتب العلامات.',
  'upload-too-slow': (fact) =>
    `لم يصل شيء خلال ${fact('seconds')} ثانية أو طال الإرسال كثيرًا، فأُلغي. أرسل الملف من جديد عندما يتحسن الاتصال.`,
  'uploads-full': (fact) => `يجري استقبال ${fact('atOnce')} ملفات، وهو الحد الأقصى معًا. أرسل ملفك بعد دقيقة.`,
};

export const DOCUMENT_SENTENCES: Readonly<Record<DocumentLanguage, Sentences>> = { en: EN, fr: FR, ar: AR };
