/**
 * Radicals of the CJK Radicals Supplement that are words too, each with the character it stands for
 * (Unicode EquivalentUnifiedIdeograph.txt). Fonts with one glyph for both bring out the radical: 人⺠ for 人民.
 */
const supplement =
  '⺊卜⺎兀⺒巳⺓幺⺛旡⺝月⺟母⺠民⺫罒⺬示⺭礻⺮竹⺰纟⺱罓⺳罒⺴罒⺵罓⺶羊⺷羊⺸羊⺹耂⺺肀⺻聿⺼肉⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇角⻈讠⻉贝⻊足⻋车⻌辶' +
  '⻍辶⻎辶⻏阝⻐钅⻑長⻒镸⻓长⻔门⻕阜⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻟飠⻠饣⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟';

/** NFKC gives ⼾ the 繁 form 戶; the fonts that share its glyph are those of 简体, where it is 户. */
const spelled = new Map<string, string>([
  ['⸺', '——'],
  ['⼾', '户'],
]);
for (let i = 0; i < supplement.length; i += 2) spelled.set(supplement.charAt(i), supplement.charAt(i + 1));

/** CJK Radicals Supplement, Kangxi Radicals (which NFKC resolves), and the two-em dash. */
const odd = /[\u2E80-\u2FDF\u2E3A]/g;

/** Puts the character for the radical and 破折号 (two em dashes) for the long dash, as they are typed. */
export function spellOut(text: string): string {
  return text.replace(odd, (char) => spelled.get(char) ?? char.normalize('NFKC'));
}
