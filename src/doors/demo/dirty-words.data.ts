/** How people write in an old register that a serial is not there, and what else they write where something else belongs. */

/** Gone on purpose: by far the most frequent. */
export const REMOVED_WORDINGS: readonly string[] =
  'numéro limé|Numéro limé|NUMERO LIME|n° limé|limé|LIMÉ|numéro effacé|N° EFFACE|effacé|effacée|gratté|numéro gratté|removed|REMOVED|serial removed|obliterated|OBLITERATED|filed off|ground off|meulé|numéro meulé|supprimé|oblitéré|numéro oblitéré|raspado|numeração raspada|illisible (limé)|n° arraché|numéro martelé|martelé|surfrappé illisible'.split(
    '|',
  );

/** Never had one, or nobody found it. */
export const NONE_WORDINGS: readonly string[] =
  'néant|NEANT|sans numéro|SANS N°|s/n|S/N|sans|aucun|none|NONE|no serial|not found|introuvable|non visible|pas de numéro|inexistant|artisanal sans numéro'.split(
    '|',
  );

/** Worn by time. */
export const WORN_WORDINGS: readonly string[] = 'usé|illisible|ILLISIBLE|rouillé, illisible|worn'.split('|');

export const PLACEHOLDERS: readonly string[] = '-|0|N/C|NULL|?|xxx|idem|…|RAS'.split('|');

/** A serial inside a sentence; `#` stands for the serial. */
export const SENTENCES: readonly string[] =
  '# (sur la carcasse)|n° # sur la culasse|# restauré à l’acide|removed, overstamped #|# non d’origine|canon #|# (le dernier peut être 6 ou 0)|limé, mais # sous la crosse|#, repeint'.split(
    '|',
  );

export const HEADINGS: readonly string[] =
  'N°|Numéro de série|Marque|Modèle|Calibre|Type|Pays d’origine|Année|Unité|N° affaire|Date|Observations'.split(
    '|',
  );

export const TYPE_SPELLINGS: Readonly<Record<string, readonly string[]>> = {
  pistol: ['Pistolet', 'pistolet automatique', 'P.A.', 'PISTOLET', 'Pistol'],
  revolver: ['Revolver', 'REVOLVER', 'révolver'],
  rifle: ['Fusil', 'fusil', 'FUSIL', 'Rifle'],
  carbine: ['Carabine', 'carabine', 'CARABINE'],
  'sub-machine-gun': ['Pistolet mitrailleur', 'PM', 'P.M.', 'pistolet-mitrailleur'],
  'assault-rifle': ['Fusil d’assaut', 'FUSIL D’ASSAUT', 'fusil d’assaut', 'Assault rifle'],
  'light-machine-gun': ['Fusil mitrailleur', 'FM', 'fusil-mitrailleur'],
  'heavy-machine-gun': ['Mitrailleuse lourde', 'Mitrailleuse'],
  shotgun: ['Fusil de chasse', 'fusil de chasse', 'FUSIL CHASSE', 'Shotgun'],
};

export const COUNTRY_SPELLINGS: Readonly<Record<string, readonly string[]>> = {
  XA: ['Aldera', 'ALDERA', 'XA'],
  XB: ['Borrane', 'BORRANE', 'XB'],
  XC: ['Carsane', 'CARSANE', 'XC'],
};

export const UNKNOWN_WORDS: readonly string[] =
  'inconnu|INCONNU|indéterminé|inconnue|non identifié|?|unknown'.split('|');

export const AMMUNITION: readonly string[] =
  'Cartouches 9 mm|Munitions 7,62|Munition|Cartouches cal 12|Chargeur|Étuis'.split('|');

export const REMARKS: readonly string[] =
  'crosse cassée|sans chargeur|bon état|rouillé|à détruire|canon scié|remis au greffe|voir PV|scellé n° 4|peinture verte'.split(
    '|',
  );
