import { verbose } from './verbose.ts';

/** Family names by frequency: with one in front, two or three characters may be a person. */
const SURNAMES = new Set(
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤乔温葛庞樊施牛倪邢翟齐尚章鲁葛殷岳柳聂祝申耿裴俞关焦左柯阮霍童欧凌毕甘苗纪管骆符盛辛艾娄席费卜邬舒柏冉穆桑晏仇芦喻卓池房游楚项翁麻蒙喜瞿桂'.split(
    '',
  ),
);
const DOUBLE = /^(?:欧阳|上官|司马|诸葛|东方|皇甫|尉迟|公孙|令狐|夏侯|慕容|司徒|端木)/u;

/** Words that begin like a name and are none. */
const WORDS = verbose`
  ^(?:
    金融|石油|方面|方案|高企|高新|马上|万元|任务|任何|项目|向上|于是|方法|关于|关键|管理
    |严重|白天|左右|江西|江苏|温度|房屋|游客|程序|成果|文件|时间|计划|单位|领导|何时|何单位
    |余下|安排|尚未|成绩|申报|申请|石斛|舒城|夏季|符合|任职|齐全|顾问|毕竟|甘肃|章程|向我
    |付款|严格
  )
`;

/** Whether a text of two to four characters is shaped like a Chinese person's name. */
export function isLikePersonName(text: string): boolean {
  if (!/^\p{Script=Han}{2,4}$/u.test(text) || WORDS.test(text)) return false;
  if (DOUBLE.test(text)) return text.length >= 3;
  return text.length <= 3 && SURNAMES.has(text[0] ?? '');
}
