/** How the weights were come by, in sentences that stand with them in their file. The code beside it is what they tell of. */

export const PROCEDURE: readonly string[] = [
  'Estimated by the bench named weights, which gives the same figures for the same records.',
  'm: two records of one arm, told by the same number of six or more letters and digits in two cases. Each arm counts once.',
  'u: two records of different arms, drawn at random, and such as a search offers: numbers of digits alone that differ in one before the last three.',
  'Both are counted in each set as it is and once more with every maker weighed by the root of its arms, and the mean is taken: the makers of one country do not rule.',
  'm and u of a level are drawn towards each other by 20 arms against at most 250 that were counted: registers elsewhere agree less.',
  'overlap: the slope of a logistic regression of "one arm or two" on the bits of all features together, in the first set.',
  'channel: the number that stands in more cases is taken for true, and its damaged forms are looked up among the numbers of other cases and the same class.',
  'What chance would give is taken off: what is found around three numbers of the same lot that nobody recorded; for a digit, around the number that was found.',
  'zeroAgain: of numbers that differ in O and 0 alone, the share of their further places with either that differ too.',
  'Found damages count twice, for each set holds half of all numbers, drawn by number, so that the other form is missing as often as not.',
  'Each assumption made before counting weighs as much as five damages found.',
  'unseenLot: the share of numbers with letters that share all but the last three digits with no other number of the set.',
];

export const ASSUMED_TEXTS: readonly string[] = [
  'alike: what looks alike, beside O and 0, is taken for the other at least four times as often as any other letter: trained examiners do so less than a hurried hand before worn metal. alikeDigits: four times as often as any other digit.',
  'digit: one of the last three digits is mistaken as often as those before them, for nothing tells it from a neighbour of the lot.',
  'swapped: two digits, by the swaps of a digit and a letter.',
  'wornAlike, wornOther, noneOfThese: of places told with doubt nothing could be counted.',
  'year and importMark: the sets tell neither.',
  'lotMates: pairs of different arms are brought to be compared because their numbers are close, so nearly one in three is taken to be of one lot.',
  'registered, pairBits, givenTwice: they depend on who asks and of what; a register that knows its own puts them here.',
];
