/** What a run-in topic sentence looks like by itself: named features of one sentence, each with its weight. */
import { foldText } from '../analysis/fold.ts';

/** The first words of a task in the language of plans and reports (folded; 著 folds to 着). */
const verbs =
  '加快|加强|加大|加力|加速|推进|推动|提升|提高|提速|提质|深化|深入|优化|强化|完善|健全|促进|扩大|扩展|巩固|拓展|培育|壮大|发展|做优|做强|做大|做实|做精|做好|做活|建设|建强|建立|构建|构筑|打造|打好|打响|实施|保障|保护|保持|改善|改进|改革|持续|着力|大力|全力|全面|统筹|坚持|坚决|坚定|突出|聚焦|聚力|聚集|汇聚|落实|抓好|抓实|抓紧|狠抓|稳定|稳住|稳步|扎实|切实|积极|努力|严格|严守|守牢|守好|守住|筑牢|织密|兜牢|防范|化解|支持|鼓励|引导|激发|激活|释放|增强|增进|维护|创新|创建|创造|彰显|传承|繁荣|丰富|厚植|树牢|树立|牢固|弘扬|践行|履行|规范|整治|治理|解决|办好|办实|营造|发挥|用好|用足|盘活|挖掘|开展|开拓|畅通|补齐|补强|夯实|调整|转变|高质量|高标准|高水平|高效|有序|有效|有力|更好|更大|进一步|不断|毫不|千方百计|精准|合力|奋力|尽力|竭力|倾力|勇于|敢于|善于|主动|自觉|继续|叫响|重塑|擦亮|塑造|纵深|协同|协调|统一|全域|分类|系统|科学|依法|从严|力促|力争|紧盯|紧抓|紧扣|围绕|瞄准|锚定|放大|赋能|集聚|引进|招引|联动|融入|服务|争创|争取|争当|稳妥|前瞻|超前|攻坚|决战|决胜|倡导|抢抓|抢占|扛牢|扛稳|扛起|压实|严控|严查|发扬|锤炼|牢记|牢牢|担当|恪守|永葆|遵守|遵循|贯彻|执行|提振|扶持|帮扶|纾困|纾难|规划|谋划|布局|整合|融合|延伸|覆盖|普及|推广|推行|探索|试点|尊重|关心|关爱|加深|加紧|加固|拓宽|铁腕|强力|防控|防治|培植|理顺|高度重视|全心全意|用心|真心|倾情|悉心|下大力|下大气力|坚定不移|矢志不渝|持之以恒|认真(?:落实|贯彻|执行)|采取|利用|旗帜鲜明|深度|争取|转换|办人民|让|以';
const predicates =
  '成效|成果|成绩突出|频现|显[著着]|明显|初见成效|提升|提高|提速|提质|增强|增进|增加|增效|改善|优化|完善|健全|加快|加强|加大|加速|推进|深化|巩固|拓展|稳固|稳定|向好|向优|回升|回稳|平稳|稳健|有力|有效|有序|扎实|强劲|更强|更稳|更优|更实|更好|更浓|更快|更高|更美|落地|见效|突破|升级|转型|转换|释放|迸发|凸显|彰显|夯实|筑牢|壮大|发力|加力|全面|深入|持续|发展|跃升|攀升|提档|进位|领先|前列|新高|新台阶|新步伐|新成效|新进展|新突破|新提升|新面貌|丰硕|辉煌|频传|涌现|繁荣|兴盛|和谐|协调|融合|共赢|保障|改观|变化|活力|高效|优良|亮丽|喜人|攻坚|实现|呈现|展现|集聚|汇聚|完备|充分|健康|齐升|双升|双降|落实|见长|推开|铺开|启动|起势|成势|蓄势|聚势|恢复|复苏|普惠|标本兼治|全覆盖|良好|走深走实|蹄疾步稳|勃发|焕发|涌动|奔涌';
const objects =
  '工程|行动|计划|业|化|感|力|性|度|率|体系|建设|工作|水平|能力|质量|环境|生态|产业|经济|改革|开放|市场|消费|投资|项目|企业|创新|机制|制度|治理|服务|事业|格局|功能|品质|形象|基础|底线|防线|屏障|安全|风险|民生|就业|保障|作风|政府|乡村|农业|文化|教育|人才|城市|平台|载体|高地|强市|强区|强省|作用|优势|动能|潜力|活力|网络|设施|责任|任务|需求|进程|文章|步伐';

const startsWithVerb = new RegExp(`^(?:${verbs})`, 'u');
const endsWithPredicate = new RegExp(`(?:${predicates})$`, 'u');
const endsWithObject = new RegExp(`(?:${objects})$`, 'u');
const adverbInside =
  /..(?:持续|不断|更加|更为|显[著着]|明显|全面|加快|稳步|稳中|有效|有力|有序|深入|扎实|再|实现|取得|进一步|成功|积极|迈出|迈上|日益|逐步|加速|协同|纵深|蓬勃|基本|总体|大幅|迈向|迈入|跨入)/u;
/** 整治河道成效显著: it begins like a task, and reports. */
const achieved =
  /(?:成效|成果|成绩)(?:显[著着]|明显|突出|丰硕|斐然|喜人|初显)$|(?:实现|取得).{0,4}(?:突破|进展|成效|成果)$/u;
/** 山区生活达到新水准, 老城改造迈出了新的一步: what these verbs report is a result, and no fact. */
const renewal =
  /(?:取得|实现|呈现|展现|形成|达到|得到|迈出|迈上|登上|再上|跃上|绘就|开创|焕发|谱写|获得|创出|打开)了?(?:新\p{Script=Han}{1,3}|(?:新|重大|显[著着]|明显|可喜|历史性)的?\p{Script=Han}{2,4})$/u;
// A fact is reported, not a theme named.
const factual =
  /了|有条件的|^(?:这|那|其|我|他|它|目前|当前|同时|此外|另外|其中|但|因此|一方面|近年|去年|今年|全年|年底|年内|上半年|下半年|月底|首|已|将|对此|为此|现在|总的|可以说|与此|比如|例如|新增|完成|建成|获批|荣获|荣膺|获评|成为|成功|确保|力争实现)|(?:等|以上|左右|以内|以下|达标|前列|第一|首位|首次|通车|投产|投用|开工|竣工|运营|运行|挂牌|上线|获批|验收|命名|称号|表彰|入选|上市|签约|落户|开业|开通|揭牌|会议|的|者|之一|其中)$|(?:荣获|获评|获批|入选|位居|位列|居全|达到|达成|通过.{0,6}(?:验收|评估)|被评|被授|被列|列入|纳入|命名|批准|举办|召开|出台|印发|颁布|编制完成|年底前|月底前|月前|建成|竣工|开工|投产|投用|通车|并网|封顶)/u;
const pledge = /^这.{0,4}年,是.{4,20}的.{0,2}年来?$|^(?:必须|要)(?:在|坚持|始终|把|牢牢|毫不|以)/u;
/** 五年来，我们… 过去五年，…: what every theme of a review may begin with. */
const lead = /^(?:(?:过去|这)的?)?[一二三四五六七八九十几]{1,2}年(?:多?来|间|里)?,(?!是)(?:我们)?/u;
/** 一是…, 第一，…: the number of a prose enumeration. */
const enumerated = /^(?:[一二三四五六七八九十]+(?:是|要)|第[一二三四五六七八九十]+,)/u;

/** 加快园区建设…: the folded clause begins with a task. */
export function startsLikeTask(clause: string): boolean {
  return startsWithVerb.test(clause);
}

/** …做大做强工业经济: the folded clause ends as titles do. */
export function endsLikeTitle(clause: string): boolean {
  return endsWithObject.test(clause) || endsWithPredicate.test(clause);
}

/** What the second half of a theme may be a means of: 依托水运优势，加快发展…. */
const startsWithMeans = /^(?:按照|根据|通过|依托)/u;

/** 深入开展…，加强…: one theme of two tasks (folded). */
export function isPair(folded: string): boolean {
  const [one = '', two = '', ...others] = folded.split(/[,;:]/);
  const isEven = Math.min(one.length, two.length) >= 4 && Math.max(one.length, two.length) <= 20;
  const begins = startsWithVerb.test(one) || startsWithMeans.test(one);
  return others.length === 0 && isEven && begins && (startsWithVerb.test(two) || two.startsWith('使'));
}

/** 加强河道疏浚，提升了通航能力: what a task achieved is its second half. */
const achievedByTask = /(?<=,\p{Script=Han}{2})了/u;

function isFactual({ folded, isPair }: Shape): boolean {
  const told = isPair ? folded.replace(achievedByTask, '') : folded;
  return factual.test(told) && factual.test(told.replace(renewal, ''));
}

/** 必须坚持步步为营，久久为功: a pledge whose second half explains the first. */
const explained = /^必须[^,]{2,10},[^,]{2,8}$/u;

/** A feature that speaks for (weight above 0) or against a topic sentence. */
export interface Reason {
  readonly name: string;
  readonly weight: number;
}

/** What is to be known of a sentence besides its words. */
export interface Setting {
  readonly isBold: boolean;
  readonly hasDash: boolean;
  readonly opensParagraph: boolean;
  readonly followsHeading: boolean;
  readonly isBoxed: boolean;
  /** One of 一是…。 二是…。 or of 始终…。 始终…。, each with text of its own. */
  readonly isCounted: boolean;
  /** The sentences around it begin with its verb: 加强…，加强…。加强…。加强…。 */
  readonly isListed: boolean;
  readonly stop: string;
  /** Length of what follows it in its paragraph, UTF-16 units. */
  readonly after: number;
}

/** How a sentence is made: what siblings of a series have in common. */
export interface Shape {
  readonly folded: string;
  readonly length: number;
  readonly grammar: 'task' | 'result' | 'object' | 'pledge' | 'other';
  readonly commas: number;
  /** Of two tasks: 深入开展…，加强…. */
  readonly isPair: boolean;
  readonly isEnumerated: boolean;
  /** It begins with 五年来，or the like, which is not counted in the rest of its shape. */
  readonly hasLead: boolean;
}

/** The shape of a sentence without its stop. */
export function shapeOf(sentence: string): Shape {
  const printed = foldText(sentence);
  const unled = printed.replace(lead, '');
  const folded = unled.replace(enumerated, '');
  const length = folded.replace(/["'《》()、,:;]/g, '').length;
  const commas = (folded.match(/[,;:]/g) ?? []).length;
  const [isEnumerated, hasLead] = [folded !== unled, unled !== printed];
  return {
    folded,
    length,
    grammar: grammarOf(folded),
    commas,
    isPair: commas === 1 && isPair(folded),
    isEnumerated,
    hasLead,
  };
}

function grammarOf(folded: string): Shape['grammar'] {
  if (pledge.test(folded)) return 'pledge';
  if (achieved.test(folded)) return 'result';
  if (startsWithVerb.test(folded)) return 'task';
  if (endsWithPredicate.test(folded) || adverbInside.test(folded) || renewal.test(folded)) return 'result';
  return endsWithObject.test(folded) ? 'object' : 'other';
}

/** The reasons for and against; their sum says how much the sentence by itself looks like a topic sentence. */
export function judgeSentence(shape: Shape, setting: Setting): Reason[] {
  return [...reasonsOfShape(shape), ...reasonsOfSetting(shape, setting), reasonOfPlace(shape, setting)].filter(
    ({ weight }) => weight !== 0,
  );
}

function reasonsOfShape(shape: Shape): Reason[] {
  const { folded, length, grammar, hasLead } = shape;
  const long = grammar === 'pledge' ? 34 : shape.isPair ? 32 : 22;
  return [
    {
      name: 'length',
      weight: length < 4 ? -4 : length < 6 ? -0.5 : length <= 13 ? 1.5 : length <= 16 ? 1 : length <= long ? 0 : -4,
    },
    { name: 'eight-signs', weight: length === 8 ? 0.5 : 0 },
    { name: `grammar-${grammar}`, weight: { task: 1.5, result: 1.5, pledge: 2, object: 0.5, other: -1 }[grammar] },
    { name: 'lead', weight: hasLead ? 1 : 0 },
    { name: 'figures', weight: grammar !== 'pledge' && /\d/.test(folded.replace(/"[^"]*"/g, '')) ? -4 : 0 },
    { name: 'clauses', weight: weightOfClauses(shape) },
    { name: 'list', weight: (folded.match(/、/g) ?? []).length > 2 ? -2 : 0 },
    { name: 'cites', weight: /[《》]/.test(folded) ? -3 : 0 },
    { name: 'copula', weight: grammar !== 'pledge' && /[^但就总尤正]是/u.test(folded) ? -3 : 0 },
    { name: 'factual', weight: grammar !== 'pledge' && isFactual(shape) ? -3 : 0 },
  ];
}

function weightOfClauses({ folded, commas, isPair, hasLead }: Shape): number {
  const isOne = isPair || folded.startsWith('这') || explained.test(folded);
  return isOne ? 0 : -3 * Math.max(0, hasLead ? commas - 1 : commas);
}

function reasonsOfSetting({ length }: Shape, setting: Setting): Reason[] {
  const { isBold, hasDash, opensParagraph, followsHeading, isBoxed, isListed, stop, after } = setting;
  const isEntry = hasDash || (isBoxed && opensParagraph);
  return [
    { name: 'bold', weight: isBold ? 12 : 0 },
    { name: 'dash', weight: hasDash ? 2 : 0 },
    // ——大数据。 A list and a box may name bare subjects.
    { name: 'listed-name', weight: !isEntry || length < 2 || length > 5 ? 0 : length < 4 ? 5.5 : 3 },
    { name: 'opens-paragraph', weight: opensParagraph ? 1 : 0 },
    { name: 'follows-heading', weight: followsHeading ? 0.5 : 0 },
    { name: 'box-entry', weight: isBoxed && opensParagraph ? 1 : 0 },
    // 种业基地：建设5个。 In a box the colon names an entry.
    { name: 'stop', weight: stop === '。' ? 0 : isBoxed && /[：:]/.test(stop) ? 0.5 : -8 },
    { name: 'listed', weight: isListed && !opensParagraph && !isBold ? -3 : 0 },
    { name: 'text-follows', weight: after === 0 ? -20 : after < 20 && !isBoxed ? -2 : after >= 60 ? 0.5 : 0 },
  ];
}

/** A series is counted or echoes itself. 一是… inside a paragraph is prose unless all of its series are themes; at its beginning it is a theme like any other. */
function reasonOfPlace({ isEnumerated }: Shape, { opensParagraph, isBold, isCounted }: Setting): Reason {
  if (isCounted) return { name: 'counted', weight: 8 };
  return { name: 'enumerated', weight: !isEnumerated ? 0 : opensParagraph || isBold ? 0.5 : -6 };
}
