/** What makes a question of a sentence, wherever it stands: 研究如何推进 orders, and asks nothing. */
const ASKS =
  /[?？]|吗|哪|谁|什么|啥|(?<!研究|考虑|谋划|商量)(?:怎|咋|如何)|为何|何时|是否|要不要|多少|多[久长]|几[项个家号]|没有$|没$/u;

/** Whether a text asks anything: then it is no order, no name and no value. */
export const asks = (text: string) => ASKS.test(text);

/** Whether it asks in so many signs, by its mark or 吗 at the end: for texts in which 谁 and 多少 may well stand. */
export const asksOutright = (text: string) => /[?？]|吗[。.]?$/u.test(text.trim());
