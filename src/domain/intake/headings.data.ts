/**
 * Words that stand over the columns of registers, by the field they mean. Phrases are parted by `|` and folded before
 * use; a phrase is a heading by itself, or a part of one with less weight. `AMBIGUOUS_HEADINGS` are settled by values.
 */
import type { Field } from './understood.ts';

export const HEADING_WORDS: Readonly<Partial<Record<Field, string>>> = {
  serial:
    'serial|serial number|serial no|serial nr|serial num|serialno|serialnumber|serial numbers|weapon number|weaponnumber|weapon no|weapon serial|weapon serial number|firearm serial|firearm serial number|firearm number|gun number|gun serial|gun serial number|sn|s n|ser no|numero de serie|num serie|n serie|no serie|nr serie|n de serie|no de serie|nº de serie|nº serie|numero serie|numero da serie|numero da arma|numero arma|num arma|nº arma|nº da arma|n da arma|numero de arma|numero del arma|no de arma|n de arma|numero de l arme|n de l arme|n arme|no arme|numero d arme|numero arme|numero matricule|matricule|matricule de l arme|numeracao|numeracao da arma|numeracion|matricula del arma|serie n|numero de fabrica|numero de fabricacao|numero de fabricacion|numero de fabrication|الرقم التسلسلي|رقم تسلسلي|الرقم المتسلسل|رقم السلاح|رقم القطعة|الرقم المصنعي|رقم التصنيع|الرقم|серийный номер|номер оружия|номер|заводской номер|сер номер|серійний номер|номер зброї|заводський номер|номер оружия серийный|weapon id number|序列号|枪号|seri no|seri numarasi|serie|serienummer',
  serial2:
    'serial 2|serial number 2|second serial|second serial number|other serial|serie 2|numero de serie 2|series|weapon series|weaponseries|серия|серія|серия оружия|slide number|slide serial|barrel number|barrel serial|frame serial 2|numero do cano|numero do ferrolho|numero du canon|numero del cañon',
  maker:
    'make|maker|manufacturer|manufacturer name|manufacturer s name|manufacturers|mfr|mfg|manuf|brand|gun make|firearm make|weapon make|make of firearm|make of weapon|fabricante|fabricant|fabricante da arma|marca|marca arma|marca da arma|marca del arma|marque|marque de l arme|producer|producteur|constructeur|manufacture|الصانع|الشركة الصانعة|الشركة المصنعة|الجهة المصنعة|المصنع|الماركة|ماركة|العلامة التجارية|الصنع|производитель|изготовитель|марка|завод изготовитель|виробник|марка зброї|制造商|uretici|hersteller',
  model:
    'model|model name|model no|model number|gun model|firearm model|weapon model|type model|modelo|modelo da arma|modelo arma|modelo del arma|modele|modele de l arme|modelo plataforma|brand model|brandmodel|make model|make and model|make model name|marca modelo|marque modele|marca e modelo|الطراز|موديل|الموديل|طراز السلاح|النموذج|модель|модель оружия|марка модель|модель зброї|型号',
  calibre:
    'calibre|caliber|cal|gauge|calibre gauge|caliber gauge|calibre arma|calibre da arma|calibre de l arme|calibre del arma|firearm caliber|firearm calibre|gun caliber|weapon caliber|weapon calibre|weaponcaliber|cartridge calibre|العيار|عيار|عيار السلاح|калибр|калибр оружия|калібр|口径|kaliber',
  class:
    'class|weapon class|type|type of weapon|type of firearm|type of arm|weapon type|weapontype|firearm type|gun type|weapon kind|weaponkind|kind of weapon|category of weapon|weapon category|firearm category|firearm class|weapon|weapon description|firearm description|description of weapon|description of firearm|firearm|arm|tipo|tipo arma|tipo de arma|tipo da arma|tipo de arma de fogo|tipo del arma|tipo de arma de fuego|clase|clase de arma|classe|classe da arma|especie|especie da arma|especie de arma|descr arma fogo|descricao da arma|descricao arma de fogo|arma|arma de fogo|descripcion del arma|categorie|categorie d arme|type d arme|type de l arme|type arme|nature|nature de l arme|designation|genre|genre d arme|النوع|نوع السلاح|صنف السلاح|فئة السلاح|السلاح|тип|тип оружия|вид оружия|вид|категория оружия|тип зброї|вид зброї|武器类型|枪种',
  kind: 'kind|object|object type|object class|item type|item class|class of object|type of object|kind of object|classe do objeto|tipo de objeto|tipo objeto|classe de objeto|natureza do objeto|clase de objeto|tipo de bien|type d objet|categorie d objet|categoria|category|نوع المادة|نوع الصنف|вид предмета|категория|категорія',
  country:
    'country|country of origin|country of manufacture|manufacture country|origin country|made in|country made|pais|pais de origem|pais de fabricacao|pais fabricacao|pais de fabrico|pais origem|pais de origen|pais de fabricacion|pays|pays d origine|pays de fabrication|pays origine|nacionalidade|بلد المنشأ|بلد الصنع|البلد|الدولة|دولة الصنع|بلد التصنيع|страна|страна производства|страна изготовления|країна|країна виробник|国家',
  importCountry:
    'import country|importing country|country of import|country of importation|last import country|pais importador|pais de importacao|pais de importacion|pays importateur|pays d importation|بلد الاستيراد|страна импорта|країна імпорту',
  year: 'year|year of manufacture|year made|manufacture year|year of production|production year|graduation year|graduationyear|ano|ano de fabricacao|ano fabricacao|ano fabricacao final|ano de fabrico|ano de producao|año|año de fabricacion|año fabricacion|annee|annee de fabrication|سنة الصنع|سنة التصنيع|سنة الإنتاج|год|год выпуска|год изготовления|рік|рік випуску',
  quantity:
    'quantity|qty|quant|qtd|qtde|qtd armas|quantidade|quantidade de armas|cantidad|cant|quantite|qte|nombre|nombre d armes|number of weapons|number of firearms|number of arms|count|total quantity|units|العدد|الكمية|количество|кол во|кількість',
  date: 'date|date recorded|date registered|registration date|record date|entry date|date of entry|date of registration|recovery date|date recovered|date of recovery|seizure date|date seized|date of seizure|crime date|incident date|event date|date of event|date of incident|theft date|theftdate|date of theft|date lost|loss date|insert date|insertdate|date issued|issue date|date received|sale date|date of sale|purchase date|data|data registro|data do registro|data de registro|data apreensao|data da apreensao|data do fato|data fato|data ocorrencia|data da ocorrencia|data de entrada|data inclusao|data cadastro|fecha|fecha de registro|fecha de incautacion|fecha de decomiso|fecha de ingreso|fecha del hecho|date d enregistrement|date de saisie|date de la saisie|date d entree|date d acquisition|date de reception|date du fait|التاريخ|تاريخ التسجيل|تاريخ الضبط|تاريخ المصادرة|تاريخ|дата|дата регистрации|дата изъятия|дата записи|дата внесення|дата викрадення|дата втрати|日期|tarih',
  stateNumber:
    'state number|state no|state registration number|national number|national id mark|registration number|reg no|reg number|register number|numero de registro|numero do registro|registro|nº registro|n registro|registro sinarm|sinarm|sigma|numero sinarm|numero sigma|numero de cadastro|numero cadastro|numero d enregistrement|n d enregistrement|numero registre|رقم التسجيل|رقم القيد|регистрационный номер|реєстраційний номер',
  inventoryNumber:
    'inventory number|inventory no|inventory|inventory id|asset number|asset tag|rack number|rack no|item number|item no|item id|stock number|numero de inventario|inventario|numero inventario|patrimonio|numero de patrimonio|tombo|controle interno|controle interno sco|numero de controle|numero d inventaire|n inventaire|inventaire|رقم الجرد|رقم المخزون|رقم العهدة|инвентарный номер|інвентарний номер',
  property:
    'property mark|property|ownership mark|ownership|property stamp|unit mark|patrimoniada|patrimonio de|marca de propriedade|brasao|brasao gravado|marca de propiedad|marque de propriete|marquage|marquages|markings|other markings|marks|import mark|unique marking|علامة الملكية|الشعار|клеймо|маркировка',
  keeper:
    'keeper|keeper name|holder|holder name|detentor|detenteur|detenteur actuel|possuidor|tenedor|poseedor|custodian|depositary|depositario|depositaire|kept by|storage|store|depot|armoury|armory|magasin|deposito|arsenal|الحائز|أمين المخزن|المستودع|المخزن|держатель|хранитель|склад|утримувач',
  owner:
    'owner|owner name|name of owner|registered owner|proprietario|proprietario da arma|nome do proprietario|proprietaire|nom du proprietaire|propietario|nombre del propietario|titular|purchaser|buyer|المالك|اسم المالك|صاحب السلاح|владелец|собственник|власник',
  unit: 'unit|unit name|organ unit|organunit|organisation|organization|organisation unit|agency|station|police station|department|district|precinct|battalion|regiment|dealer|dealer name|delegacia|id delegacia|nome delegacia|unidade|unidade policial|batalhao|orgao|orgao apreensor|comisaria|unidad|dependencia|unite|service|brigade|commissariat|poste|corps|الوحدة|وحدة|المركز|القسم|الجهة|الكتيبة|اللواء|подразделение|часть|орган|войсковая часть|підрозділ|відділення',
  bearer:
    'bearer|bearer name|carrier|issued to|assigned to|carried by|officer|portador|portador da arma|porteur|nom du porteur|portador del arma|asignado a|affecte a|suspect|accused|possessor|حامل السلاح|المستلم|اسم المستلم|العسكري|выдано|закреплено за|за ким закріплено',
  holderRight:
    'licence|license|licence no|licence number|license no|license number|permit|permit number|permit no|authorisation|firearm certificate|certificate number|porte|numero do porte|licenca|autorizacao|licencia|numero de licencia|permiso|permis|numero de permis|numero du permis|autorisation|رقم الرخصة|الرخصة|الترخيص|رقم الترخيص|лицензия|номер лицензии|разрешение|дозвіл|номер дозволу|dealer ffl|ffl',
  caseNumber:
    'case number|case no|case|case id|case ref|case reference|case file|incident number|incident no|incident id|report number|report no|file number|file no|docket|exhibit number|exhibit no|num bo|numero bo|bo|numero do bo|n bo|boletim|boletim de ocorrencia|numero procedimento|procedimento|numero do procedimento|numero do processo|processo|numero inquerito|inquerito|ocorrencia|numero ocorrencia|numero de caso|caso|expediente|numero de expediente|causa|dossier|numero de dossier|numero dossier|n dossier|numero d affaire|numero affaire|num affaire|n affaire|n d affaire|no affaire|affaire n|ref affaire|reference affaire|affaire|pv|numero pv|n pv|رقم القضية|القضية|رقم المحضر|رقم البلاغ|номер дела|дело|номер справи|справа|кусп',
  sealNumber:
    'seal|seal number|seal no|tag number|tag no|evidence bag|bag number|numero lacre|lacre|numero do lacre|nº lacre|n lacre|precinto|numero de precinto|scelle|numero de scelle|numero du scelle|n scelle|رقم الختم|الختم|номер пломбы|пломба|номер пломби',
  place:
    'circunscricao|place|location|place of seizure|seizure place|seizure location|recovery location|recovery city|city|town|village|municipality|county|state|jurisdiction|jurisdiction city|address|region|province|governorate|bairro|cidade|municipio|local|local da apreensao|local apreensao|logradouro|uf|estado|lugar|lugar de incautacion|ciudad|departamento|localidad|lieu|lieu de saisie|lieu de la saisie|ville|commune|wilaya|المكان|مكان الضبط|الموقع|المدينة|المحافظة|المنطقة|место|место изъятия|город|область|місце|місто',
  offence:
    'offence|offense|crime|crime type|offence type|charge|legal basis|statute|delito|tipo delito|tipo de delito|crime praticado|natureza|natureza da ocorrencia|rubrica|infraction|nature de l infraction|motif|التهمة|الجريمة|نوع الجريمة|преступление|статья|стаття|злочин',
  status:
    'status|state of arm|current status|situation|situacao|situacao da arma|origem arma|origem da arma|estado actual|situacion|statut|etat actuel|الوضع|حالة القيد|статус|reason search|reasonsearch|причина розшуку',
  event:
    'event|event type|circumstance|circumstances|reason|how acquired|acquisition|mode of acquisition|descr modo objeto|modo|modo objeto|forma de aquisicao|tipo de apreensao|motivo|circunstancia|evenement|circonstance|circonstances|mode d acquisition|السبب|طريقة الضبط|обстоятельства|причина',
  condition:
    'condition|condition of weapon|weapon condition|serviceability|serviceable|estado de conservacao|conservacao|estado da arma|estado del arma|etat|etat de l arme|fonctionnement|funcionamento|حالة السلاح|الحالة|حالة|состояние|техническое состояние|стан',
  material:
    'material|frame material|receiver material|material da armacao|materiau|matiere|المادة المصنعة|материал',
  production:
    'production|production method|manner of production|manufacture type|craft or industrial|tipo de fabricacao|fabricacao|tipo de fabricacion|type de fabrication|طريقة الصنع|способ изготовления',
  action:
    'action|action type|firing mode|fire mode|mode of fire|mechanism|operation|funcionamento da arma|acao|mecanismo|sistema|accion|modo de disparo|mecanisme|mode de tir|mode de fonctionnement|آلية العمل|طريقة العمل|режим огня|принцип действия',
  note: 'note|notes|remark|remarks|comment|comments|observation|observations|details|description|additional information|observacao|observacoes|obs|observaciones|observacion|nota|notas|descricao|descripcion|remarque|remarques|commentaire|commentaires|ملاحظات|ملاحظة|تفاصيل|الوصف|البيان|примечание|примечания|описание|примітка|опис',
  part: 'part|part marked|marked part|component|peca|parte|pieza|piece|الجزء|деталь|часть оружия',
  lot: 'lot|lot number|lot no|batch|batch number|lote|numero do lote|numero de lote|numero de lot|رقم الدفعة|الدفعة|партия|номер партии|партія',
  ignore:
    'no|n|nr|num|nº|numero|number|item|line|row|row number|source row|source file|id|idx|index|s no|sl no|sr no|sequence|seq|ordem|n ordem|numero de ordem|nº ordem|orden|no orden|ordre|n ordre|numero d ordre|م|ت|رقم|مسلسل|п п|no п п|№|№ п п|cont arma|flag arma|laudo|restrita|platform|plataforma|has nibin|has trafficking indicia|is interstate|time to crime|ttr category',
};

/** Headings that may mean the class of object or the type of arm; the values below them settle which. */
export const AMBIGUOUS_HEADINGS =
  'class|classe|clase|type|tipo|kind|category|categoria|categorie|object|nature|especie|النوع|тип|вид|категория|weapon type|weapontype|item type|item class';

/** Headings that give way to another of the same field: the day of a sale or an entry to that of the event. */
export const LESSER_HEADINGS =
  'sale date|date of sale|purchase date|insert date|insertdate|entry date|date of entry|issue date|date issued|data inclusao|data cadastro|date d entree|дата внесення|county|state|region|uf|estado|jurisdiction|address|series|serie|description|descricao|descripcion|registro|no de registro|service|arma|weapon|firearm|arm|local';

/** Words in front of or behind a heading that tell of another column's derived value or of an event's date. */
export const DERIVED_WORDS =
  'v2|v3|final|corrigido|corrected|original|normalised|normalized|clean|found|old|2';

/** Words by which the language of the headings is known. */
export const LANGUAGE_WORDS: Readonly<Record<string, string>> = {
  pt: 'marca|calibre|modelo|numero|arma|fogo|apreensao|lacre|quantidade|observacao|ano|da|do|registro|fabricacao|municao|serie|pais|tipo delito|bairro|orgao',
  es: 'marca|calibre|modelo|numero|arma|fuego|incautacion|fecha|cantidad|observaciones|año|del|de la|fabricacion|pais|clase|propietario',
  fr: 'marque|calibre|modele|numero|arme|saisie|date|quantite|observations|annee|pays|type|proprietaire|detenteur|lieu|nombre|n de serie|de la',
  en: 'make|manufacturer|model|serial|number|caliber|calibre|type|date|country|quantity|owner|remarks|weapon|firearm|of|name',
};
