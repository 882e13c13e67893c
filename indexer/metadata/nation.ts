/** Whose word is the nation's: its congress, the State Council and its ministries, the party's centre, the highest courts. */
import { mentionAt } from './places.ts';

const SUPREME =
  /^-*(?:\d{4}年)?(?:中华人民共和国|中国共产党(?:第|中央)|中共中央|国务院|政务院|全国|最高人民|共青团中央)|全国人民代表大会|国务院(?:总理|副总理|办公厅|关于)|代表国务院|代表第.{1,4}届中央委员会|代表(?:中国共产党)?中央委员会|国家(?:计划|计委|发展)/u;

/** Ministries of today, and of 1949 to 2018 under the names that they had; none of a province is called 部. */
const MINISTRIES = [
  '外交|国防|教育|科学技术|科技|工业和信息化|公安|安全|民政|司法|财政|人力资源和?社会保障|自然资源|生态环境',
  '住房和?城乡建设|交通运输|水利|农业农村|商务|文化和旅游|退役军人事务|应急管理|国家安全',
  '农业|农林|农垦|林业|卫生|文化|劳动|劳动和社会保障|劳动人事|人事|内务|监察|建设|建筑工程|铁道|交通|邮电|信息产业',
  '国土资源|地质矿产|地质|环境保护|城乡建设环境保护|水利电力|水电|电力|电力工业|能源|煤炭|煤炭工业|石油工业|化学工业',
  '化工|冶金工业|重工业|轻工业|第[一二]轻工业|纺织工业|机械工业|机械电子工业|第[一二三四五六七八]机械工业|电子工业|建筑材料工业',
  '粮食|商业|物资|食品工业|对外贸易|对外经济贸易|对外贸易经济合作|外经贸|广播电影电视|广播电视',
].join('|');
const OTHERS =
  '(?:审计|海关总|新闻出版总)署|(?:税务|市场监管|广电|体育|金融监管|工商|质检|安全监管|环保)总局|中宣部|中组部|中央\\p{Script=Han}{1,12}(?:部|委|委员会|办|办公室|小组)|国家\\p{Script=Han}{2,14}?(?:委员会|委|总局|局|办公室|办)|(?:中国)?人民银行|中国\\p{Script=Han}{2,8}(?:监督管理委员会|监会|总?局|总社|联合会)|国务院';
const CENTRAL = new RegExp(`^-*(?:(?:${MINISTRIES})部(?![门队分署位级])|${OTHERS})`, 'u');

/**
 * Whether a folded line begins with a body of the nation. `国家税务总局洛阳市税务局` does not: a place behind the name says
 * that its office there speaks.
 */
export function isNational(line: string): boolean {
  if (SUPREME.test(line)) return true;
  const body = CENTRAL.exec(line)?.[0];
  return body !== undefined && mentionAt(line, body.length) === null && line[body.length] !== '驻';
}
