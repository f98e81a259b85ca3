/**
 * Passwords that are tried first, of twelve characters or more: shorter ones are refused for their length. In lower case
 * without blanks and marks, as they are compared; words that are merely repeated or counted on are found by rule.
 */
export const COMMON_PASSWORDS: ReadonlySet<string> = new Set(
  `administrator administrateur administrador passwordpassword password password1234 password12345 password123456
  motdepasse motdepasse123 motdepasse1234 monmotdepasse unmotdepasse lemotdepasse contrasena contrasena123 changeme
  changeme1234 changemenow changethis letmeinplease letmein letmeinnow welcome1234 welcome12345 welcometothe bienvenue
  bienvenue123 bienvenue1234 azertyuiop azertyuiop123 azertyuiopqs azertyuiopqsdf qwertyuiop qwertyuiop12 qwertyuiop123
  qwertyuiopasdf qwertyuiopasdfghjkl qwertyqwerty qwerty123456 qwerty12345678 azerty123456 azerty12345678 azertyazerty
  asdfghjklqwerty zxcvbnmasdfghjkl zaq12wsxcde3 1qaz2wsx3edc 1qaz2wsx3edc4rfv 1q2w3e4r5t6y 1q2w3e4r5t6y7u q1w2e3r4t5y6
  qazwsxedcrfv iloveyou1234 iloveyouforever jetaimejetaime jetaimepourtoujours trustno1trustno1 superadmin superuser
  supervisor123 administrator1 administrator123 administrateur1 rootrootroot adminadmin adminadminadmin admin1234567
  admin12345678 admin123456789 user12345678 testtesttest test12345678 secretsecret secret123456 topsecret123 monkeymonkey
  dragondragon footballfootball football1234 baseball1234 princess1234 sunshine1234 starwars1234 masterpassword
  correcthorsebatterystaple correcthorse defaultpassword default12345 temporary123 temporaire123 provisoire123
  countermark countermark1 countermark12 countermark123 countermark1234 smallarms123 registrearmes armurier1234
  armoury12345 kalashnikov kalashnikov47 kalachnikov kalachnikov47 police123456 gendarmerie gendarmerie123 ministere123
  republique123 liberteegalitefraternite marchallah1234 bismillah123 bismillah1234 alhamdulillah alhamdulillah123
  inshallah123 mohammed1234 muhammad1234 lailahaillallah`.split(/\s+/),
);
