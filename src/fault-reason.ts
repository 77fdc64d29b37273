const REASONS: Record<string, string> = {
  EADDRINUSE: '已被占用',
  EACCES: '没有权限',
  EPERM: '没有权限',
  ECONNREFUSED: '连接被拒绝',
  ENOENT: '目录或文件不存在',
  ENOTDIR: '路径中有一段不是目录',
  EISDIR: '这是一个目录',
  ENOSPC: '磁盘已满',
  EROFS: '磁盘只读',
};

/** Why something could not be opened, in words for the operator. */
export function faultReason(error: unknown): string {
  const outer = error instanceof Error && error.cause !== undefined ? error.cause : error;
  const cause = outer instanceof AggregateError ? outer.errors[0] : outer;
  if (cause instanceof Error && 'code' in cause) {
    const known = REASONS[String(cause.code)];
    if (known) return known;
  }
  return cause instanceof Error ? cause.message : String(cause);
}
