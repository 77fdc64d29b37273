/** Why something could not be opened, in words for the operator. */
export function faultReason(error: unknown): string {
  const outer = error instanceof Error && error.cause !== undefined ? error.cause : error;
  const cause = outer instanceof AggregateError ? outer.errors[0] : outer;
  if (cause instanceof Error && 'code' in cause) {
    if (cause.code === 'EADDRINUSE') return '已被占用';
    if (cause.code === 'EACCES') return '没有权限';
    if (cause.code === 'ECONNREFUSED') return '连接被拒绝';
  }
  return cause instanceof Error ? cause.message : String(cause);
}
