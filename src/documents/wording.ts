import type { Refusal } from './document.ts';

/** One line for people: why a file is not read, and what to do next. */
export function refusalText(refusal: Refusal): string {
  switch (refusal.reason) {
    case 'empty':
      return '文件是空的，没有可读的文字。请检查后重新发送。';
    case 'unreadable':
      return '文件里没有读到成句的文字，可能是乱码或加密内容，没有保存。请在电脑上打开确认，另存后重新发送。';
    case 'unknown-format':
      return `不支持“${refusal.name}”这种文件。请发送 Word、Excel、PDF、txt、md 或 csv 文件。`;
    case 'wrong-extension':
      if (refusal.looksLike === '图片')
        return `“${refusal.name}”其实是一张图片，不能按文档读取。请发送原来的文档，或用文字说明。`;
      return `“${refusal.name}”的扩展名与内容不符，内容是${refusal.looksLike}。请用原来的软件打开，另存为正确的格式后重新发送。`;
    case 'password':
      return '文件有密码保护，无法读取。请取消密码后重新发送。';
    case 'too-large':
      return `文件有 ${megabytes(refusal.bytes)} MB，超过 ${megabytes(refusal.limit)} MB 的上限。请去掉图片或拆分后重新发送。`;
    case 'bomb':
      return '文件展开后的内容过大，已停止读取。请另存为新文件或拆分后重新发送。';
    case 'scanned':
      return '文件是扫描件，没有文字层，无法读取。请发送可以选中文字的版本。';
    case 'broken':
      return '文件已损坏或不完整，无法读取。请在电脑上打开确认，另存后重新发送。';
    case 'timeout':
      return '读取文件超过 10 秒，已停止。请精简或拆分文件后重新发送。';
    case 'secret':
      return `文件标有密级“${refusal.marking}”，不能在本系统处理。文件未保存，请通过规定的渠道办理。`;
  }
}

function megabytes(bytes: number): string {
  return (Math.ceil(bytes / 100_000) / 10).toString();
}
