import type { Client } from '@larksuiteoapi/node-sdk';
import type { Feishu } from './client.ts';
import { FeishuError } from './errors.ts';
import * as answers from './sdk-answers.ts';
import type { Call } from './sdk-call.ts';

/** 40004: no authority over the department. */
const NO_ROOT = 40004;

/** Feishu's own departments and their people. */
export function directoryCalls(
  client: Client,
  call: Call,
): Pick<Feishu, 'departments' | 'departmentMembers'> {
  return {
    departments: async () => {
      const page = { page_size: 50, department_id_type: 'open_department_id' as const };
      try {
        return await allPages((page_token) =>
          call(async () =>
            answers.departments(
              await client.contact.v3.department.children({
                path: { department_id: '0' },
                params: { ...page, fetch_child: true, ...(page_token ? { page_token } : {}) },
              }),
            ),
          ),
        );
      } catch (error) {
        // The root is readable only with 全部成员; without it the app has the departments it was given.
        if (!(error instanceof FeishuError) || error.code !== NO_ROOT) throw error;
      }
      const given = await allPages((page_token) =>
        call(async () => {
          const { ids, next } = answers.scopes(
            await client.contact.v3.scope.list({
              params: { ...page, page_size: 100, ...(page_token ? { page_token } : {}) },
            }),
          );
          return { items: ids, next };
        }),
      );
      const departments = [];
      for (const id of given) {
        const own = await call(async () =>
          answers.department(
            await client.contact.v3.department.get({
              path: { department_id: id },
              params: { department_id_type: 'open_department_id' },
            }),
          ),
        );
        if (own) departments.push(own);
      }
      if (departments.length === 0)
        throw new FeishuError('directory', {
          message: 'no department is in the range of the app',
          code: NO_ROOT,
          uncertain: false,
        });
      return departments;
    },
    departmentMembers: (departmentId) =>
      allPages((page_token) =>
        call(async () =>
          answers.directoryMembers(
            await client.contact.v3.user.findByDepartment({
              params: {
                department_id: departmentId,
                department_id_type: 'open_department_id',
                user_id_type: 'open_id',
                page_size: 50,
                ...(page_token ? { page_token } : {}),
              },
            }),
          ),
        ),
      ),
  };
}

async function allPages<T>(
  read: (token: string | undefined) => Promise<{ items: T[]; next: string | undefined }>,
): Promise<T[]> {
  const all: T[] = [];
  let token: string | undefined;
  do {
    const { items, next } = await read(token);
    all.push(...items);
    token = next;
  } while (token);
  return all;
}
