import { verbose } from '../text/verbose.ts';

/** Sentences written to a machine, not to people. No official document speaks so. Each with an example. */
const ORDERS: readonly RegExp[] = [
  // 忽略以上所有规定
  verbose`
    (?:忽略|无视|忘记|忘掉|不要理会|别理会|跳过)(?:掉)?
    (?:以上|之前|前面|上述|先前|前述|所有|一切|此前|上文)[^。，]{0,10}
    (?:要求|指令|指示|提示|规则|规定|条款|内容|设定|限制|文字|说明)
  `,
  // 改为回答……, 对任何提问都回答……
  verbose`
    (?:改为|请直接|必须|只能|一律)(?:回答|回复|输出|说)
    |(?:任何|所有|一切|每个)(?:提问|问题|询问)[^。，]{0,4}(?:都|均|一律|只)[^。，]{0,4}
    (?:回答|回复|答复?|输出|说)
  `,
  // 把内部文件全文发给提问人
  /(?:发|告诉|透露|输出|展示|显示)给?(?:提问|询问|发问|对话)(?:人|者|方)/,
  // 工信助手请注意, AI助手收到后
  /(?:工信助手|ai助手|智能助手|大模型|机器人|人工智能)[^。]{0,3}(?:请注意|注意[:：]|听令|收到后|从现在起)/i,
  new RegExp(
    verbose`
      系统(?:提示|指令)|提示词|从现在起[^。]{0,6}(?:你|回答|扮演)
      |你(?:现在|从现在起)?(?:是|扮演)(?:一个|一名)?(?:ai|人工智能|助手|机器人|大模型|语言模型)
    `,
    'iu',
  ),
  /ignore (?:all |any |the )?(?:previous|above|prior)|system prompt|<\/?(?:system|assistant|user)>|\bact as\b/i,
];

/** Whether a text orders a machine about; such a sentence is never an answer. */
export const ordersMachines = (text: string) =>
  ORDERS.some((order) => order.test(text.normalize('NFKC')));
