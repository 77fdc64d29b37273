import type { DirectoryDepartment, DirectoryMember, Feishu } from '../feishu/client.ts';
import { FeishuError, isPassing } from '../feishu/errors.ts';

/** The county's departments as far as the app may read them; `failed` are those whose people could not be read. */
export type ReadDirectory =
  | { kind: 'read'; departments: Department[]; failed: string[] }
  | { kind: 'no-permission'; code: number }
  | { kind: 'unavailable'; reason: string };

export type Department = DirectoryDepartment & { members: DirectoryMember[] };

/** Scope missing, or nothing inside the app's 通讯录权限范围. */
const FORBIDDEN = new Set([99991672, 40004, 40013, 41050]);
const TRIES = 5;
const LONGEST_WAIT_MS = 10_000;

/**
 * Reads all departments and their direct members. Where the app does not have the whole tenant, those it has. Too fast or
 * a passing fault: tried again as the platform asks. Never throws for a fault of the platform.
 */
export async function readDirectory(
  feishu: Pick<Feishu, 'departments' | 'departmentMembers'>,
  wait: (ms: number) => Promise<void> = (ms) => new Promise((done) => setTimeout(done, ms)),
): Promise<ReadDirectory> {
  const departments: Department[] = [];
  const failed: string[] = [];
  try {
    for (const department of await patiently(() => feishu.departments(), wait)) {
      try {
        const members = await patiently(() => feishu.departmentMembers(department.id), wait);
        departments.push({ ...department, members: members.filter((m) => m.active) });
      } catch (error) {
        if (!(error instanceof FeishuError)) throw error;
        failed.push(department.name);
      }
    }
  } catch (error) {
    if (!(error instanceof FeishuError)) throw error;
    if (FORBIDDEN.has(error.code ?? 0)) return { kind: 'no-permission', code: error.code ?? 0 };
    return { kind: 'unavailable', reason: String(error.code ?? error.httpStatus ?? '') };
  }
  if (departments.length === 0 && failed.length > 0) return { kind: 'no-permission', code: 40004 };
  return { kind: 'read', departments, failed };
}

async function patiently<T>(
  run: () => Promise<T>,
  wait: (ms: number) => Promise<void>,
): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await run();
    } catch (error) {
      if (!(error instanceof FeishuError) || tries >= TRIES || !isPassing(error)) throw error;
      await wait(Math.min(error.retryAfterMs ?? 500 * tries, LONGEST_WAIT_MS));
    }
  }
}
