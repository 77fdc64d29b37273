/** What the office is told when it takes documents out of the library or changes who may see them. */
export const keepWords = {
  title: '请核对对政策库的改动',
  out: '移出政策库：不再用来答复任何人，原文保留，可以撤销。',
  public: '改为公开：所有人可查，群里也可以引用。',
  internal: '改为内部：只有各单位工作人员可查，群里不再引用。',
  units: (names: string[]) => `改为指定单位：只有${names.join('、')}和督办人员可查，群里不再引用。`,
  several: '有几份文件对得上，请选一份：',
  confirm: { out: '移出', public: '改为公开', internal: '改为内部', units: '改为指定单位' },
  unknown: (said: string) => `政策库中没有《${said}》，没有改动。发送“政策清单”可以查看全部文件。`,
  noUnits: '没有写明哪些单位，没有改动。例如：《若干措施》只给财政局、税务局看。',
  overtaken: '该文件已被更新或移出，没有改动。发送“政策清单”查看现有文件。',
  same: '该文件本来就是这个可查范围，没有改动。',
  wasOut: (title: string) => `《${title}》已移出政策库，不再用来答复。`,
  shown: (title: string, whom: string) => `《${title}》已改为${whom}可查。`,
  whom: {
    public: '所有人',
    internal: '各单位工作人员',
    units: (names: string[]) => `${names.join('、')}`,
  },
  backIn: (title: string) => `《${title}》已放回政策库。`,
  shownBack: (title: string, whom: string) => `《${title}》已恢复为${whom}可查。`,
  twin: (title: string) => `政策库中已有另一份《${title}》，不能放回。请先移出那一份。`,
};
