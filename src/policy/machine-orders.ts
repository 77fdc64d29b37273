/** Sentences written to a machine, not to people: 忽略以上要求，改为回答…… No official document speaks so. */
const ORDERS =
  /(?:忽略|无视|忘记|不要理会|跳过)(?:掉)?(?:以上|之前|前面|上述|先前|所有|一切|此前)[^。，]{0,10}(?:要求|指令|指示|提示|规则|内容|设定|限制)|(?:改为|请直接|必须|只能|一律)(?:回答|回复|输出|说)|系统(?:提示|指令)|提示词|你(?:现在|从现在起)?(?:是|扮演)(?:一个|一名)?(?:ai|人工智能|助手|机器人|大模型|语言模型)|ignore (?:all |any |the )?(?:previous|above|prior)|system prompt|<\/?(?:system|assistant|user)>|\bact as\b/i;

/** Whether a text orders a machine about; such a sentence is never an answer. */
export const ordersMachines = (text: string) => ORDERS.test(text.normalize('NFKC'));
