/** Glossaries at the end of a report: 名词解释, 注释, 附注. Each entry is a note. */

const title = new RegExp(
  '^[（(【]?(?:附[件錄录注註]?\\s*\\d*\\s*[:：]?\\s*)?(?:《?[^。，：；]{0,16}》?\\s*)?' +
    '(?:(?:有关|有關|相关|相關|部分|主要|专业|專業)?(?:名词|名詞|术语|術語|用语|用語|词语|詞語|名词术语)(?:解释|解釋|注释|註釋|注解|说明|說明|释义|釋義)|' +
    '注释|註釋|附注|附註|注\\s*解)[）)】]?\\s*[:：]?$',
  'u',
);

/** 《政府工作报告》名词解释, 附注：, 注释. */
export function isGlossaryTitle(text: string): boolean {
  return text.length <= 32 && title.test(text);
}
