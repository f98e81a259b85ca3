/**
 * Country codes (ISO 3166-1 alpha-2 followed by alpha-3) and the names registers use beside the official ones. States
 * that are no more (Czechoslovakia, Yugoslavia, the Soviet Union) have no code here: their words stay as written.
 */
export const COUNTRY_CODES =
  'ADAND AEARE AFAFG AGATG AIAIA ALALB AMARM AOAGO AQATA ARARG ASASM ATAUT AUAUS AWABW AXALA AZAZE BABIH ' +
  'BBBRB BDBGD BEBEL BFBFA BGBGR BHBHR BIBDI BJBEN BLBLM BMBMU BNBRN BOBOL BQBES BRBRA BSBHS BTBTN BVBVT ' +
  'BWBWA BYBLR BZBLZ CACAN CCCCK CDCOD CFCAF CGCOG CHCHE CICIV CKCOK CLCHL CMCMR CNCHN COCOL CRCRI CUCUB ' +
  'CVCPV CWCUW CXCXR CYCYP CZCZE DEDEU DJDJI DKDNK DMDMA DODOM DZDZA ECECU EEEST EGEGY EHESH ERERI ESESP ' +
  'ETETH FIFIN FJFJI FKFLK FMFSM FOFRO FRFRA GAGAB GBGBR GDGRD GEGEO GFGUF GGGGY GHGHA GIGIB GLGRL GMGMB ' +
  'GNGIN GPGLP GQGNQ GRGRC GSSGS GTGTM GUGUM GWGNB GYGUY HKHKG HMHMD HNHND HRHRV HTHTI HUHUN IDIDN IEIRL ' +
  'ILISR IMIMN ININD IOIOT IQIRQ IRIRN ISISL ITITA JEJEY JMJAM JOJOR JPJPN KEKEN KGKGZ KHKHM KIKIR KMCOM ' +
  'KNKNA KPPRK KRKOR KWKWT KYCYM KZKAZ LALAO LBLBN LCLCA LILIE LKLKA LRLBR LSLSO LTLTU LULUX LVLVA LYLBY ' +
  'MAMAR MCMCO MDMDA MEMNE MFMAF MGMDG MHMHL MKMKD MLMLI MMMMR MNMNG MOMAC MPMNP MQMTQ MRMRT MSMSR MTMLT ' +
  'MUMUS MVMDV MWMWI MXMEX MYMYS MZMOZ NANAM NCNCL NENER NFNFK NGNGA NINIC NLNLD NONOR NPNPL NRNRU NUNIU ' +
  'NZNZL OMOMN PAPAN PEPER PFPYF PGPNG PHPHL PKPAK PLPOL PMSPM PNPCN PRPRI PSPSE PTPRT PWPLW PYPRY QAQAT ' +
  'REREU ROROU RSSRB RURUS RWRWA SASAU SBSLB SCSYC SDSDN SESWE SGSGP SHSHN SISVN SJSJM SKSVK SLSLE SMSMR ' +
  'SNSEN SOSOM SRSUR SSSSD STSTP SVSLV SXSXM SYSYR SZSWZ TCTCA TDTCD TFATF TGTGO THTHA TJTJK TKTKL TLTLS ' +
  'TMTKM TNTUN TOTON TRTUR TTTTO TVTUV TWTWN TZTZA UAUKR UGUGA UMUMI USUSA UYURY UZUZB VAVAT VCVCT VEVEN ' +
  'VGVGB VIVIR VNVNM VUVUT WFWLF WSWSM YEYEM YTMYT ZAZAF ZMZMB ZWZWE ';

/** The languages whose country names are understood. */
export const COUNTRY_LANGUAGES = ['en', 'fr', 'es', 'pt', 'ar', 'ru', 'uk'] as const;

export const COUNTRY_ALIASES: Readonly<Record<string, string>> = {
  US: 'usa|u s a|eua|e u a|eeuu|ee uu|e e u u|estados unidos da america|estados unidos de america|etats unis d amerique|united states of america|america|norte americana|الولايات المتحدة الأمريكية|أمريكا|امريكا|сша|соединенные штаты америки',
  GB: 'uk|england|inglaterra|angleterre|great britain|britain|gra bretanha|gran bretaña|grande bretagne|reino unido da gra bretanha|scotland|escocia|ecosse|wales|pais de gales|pays de galles|northern ireland|irlanda do norte|بريطانيا|انجلترا|великобритания|англия|великобританія|англія',
  CZ: 'czech republic|czech rep|rep tcheca|republica tcheca|republica checa|rep checa|republique tcheque|rep tcheque|tcheca|checa|tchequia|chequia|chequea|جمهورية التشيك|чешская республика|чехия|чеська республіка',
  KR: 'coreia do sul|coreia do sul republica da|corea del sur|coree du sud|korea south|south korea|republic of korea|republica da coreia|كوريا الجنوبية',
  KP: 'coreia do norte|corea del norte|coree du nord|north korea|dprk|كوريا الشمالية',
  CN: 'peoples republic of china|people s republic of china|prc|rpc|republica popular da china|republica popular china|republique populaire de chine|الصين الشعبية|кнр',
  RU: 'russian federation|federacao russa|federacion rusa|federation de russie|federation russe|روسيا الاتحادية|рф|российская федерация',
  CH: 'suica|suiza|suisse|swiss|switzerland',
  TR: 'turkey|turkiye|turquia|turquie|turkish',
  PL: 'polonia|pologne|poland',
  VN: 'vietnam|viet nam|vietna|vietname',
  IR: 'iran|ira|irao|islamic republic of iran',
  SY: 'syria|siria|syrie|syrian arab republic',
  LA: 'laos|lao pdr',
  CD: 'drc|dr congo|rdc|rd congo|democratic republic of the congo|republique democratique du congo|republica democratica do congo|republica democratica del congo|congo kinshasa|zaire',
  CG: 'congo|republic of the congo|republique du congo|republica do congo|congo brazzaville',
  CF: 'car|rca|central african republic|republique centrafricaine|centrafrique|rep centro africana|republica centro africana|republica centroafricana|افريقيا الوسطى',
  CI: 'ivory coast|cote d ivoire|costa do marfim|costa de marfil|ساحل العاج',
  TZ: 'tanzania|united republic of tanzania|republique unie de tanzanie',
  BO: 'bolivia|estado plurinacional de bolivia|plurinational state of bolivia',
  VE: 'venezuela|republica bolivariana de venezuela',
  MD: 'moldova|moldavia|moldavie|republic of moldova',
  MK: 'macedonia|macedonia do norte|macedoine|macedoine du nord|north macedonia',
  BA: 'bosnia|bosnia herzegovina|bosnia e herzegovina|bosnia y herzegovina|bosnie|bosnie herzegovine',
  NL: 'holland|holanda|hollande|netherlands|the netherlands|paises baixos|paises bajos|pays bas|هولندا',
  AE: 'uae|u a e|emirados arabes|emirados arabes unidos|emiratos arabes unidos|emirats arabes unis|الامارات|الإمارات',
  SA: 'saudi arabia|ksa|arabia saudita|arabie saoudite|السعودية|المملكة العربية السعودية',
  PS: 'palestine|palestina|state of palestine|فلسطين',
  MM: 'burma|birmania|birmanie|myanmar|mianmar',
  SZ: 'swaziland|suazilandia|eswatini',
  CV: 'cape verde|cabo verde|cap vert',
  TL: 'east timor|timor leste|timor oriental',
  TW: 'taiwan|taiwan province of china|formosa',
  HK: 'hong kong',
  BY: 'belarus|bielorrussia|bielorussie|bielorrusia|belorussia|беларусь|белоруссия',
  KG: 'kyrgyzstan|kirghizistan|quirguistao|kirguistan',
  TM: 'turcomenistao|turkmenistan|turcomenistan|turkmenistao',
  YE: 'yemen|iemen|اليمن',
  OM: 'oman|oma',
  BW: 'botswana|botsuana',
  SI: 'slovenia|eslovenia|slovenie',
  SK: 'slovakia|eslovaquia|slovaquie|slovak republic',
  BN: 'brunei|brunei darussalam',
  DE: 'germany|alemanha|alemania|allemagne|rfa|frg|west germany|alemanha ocidental|federal republic of germany|المانيا|фрг',
  ST: 'sao tome|sao tome e principe|santo tome',
  SS: 'south sudan|soudan du sud|sudao do sul|sudan del sur|جنوب السودان',
  LY: 'libya|libia|libye|ليبيا',
  GW: 'guinea bissau|guine bissau|guinee bissau',
  GQ: 'equatorial guinea|guinea ecuatorial|guine equatorial|guinee equatoriale',
  BR: 'brasil|brazil|bresil|republica federativa do brasil|ind brasileira|industria brasileira|brasileira',
  AT: 'austria|autriche|made in austria',
};
