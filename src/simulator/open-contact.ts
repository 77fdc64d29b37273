import { ROOT, statusOf } from './directory.ts';
import { asList, type Json } from './json.ts';
import type { Declare, OpenCall } from './open-api.ts';
import type { SimulatedPerson } from './options.ts';
import { page } from './paging.ts';
import type { Pocket } from './pocket.ts';
import { refuse } from './refusal.ts';

/** People and departments, all of them within the app's range. */
export function declareContact(pocket: Pocket, on: Declare): void {
  const { directory } = pocket;

  const userOf = (person: SimulatedPerson): Json => ({
    ...directory.idsOf(person.openId),
    name: person.name,
    ...(person.mobile ? { mobile: person.mobile } : {}),
    ...(person.email ? { email: person.email } : {}),
    job_title: person.role,
    department_ids: [directory.departmentOf(person)?.id ?? ROOT],
    status: statusOf(directory.accountOf(person.openId)),
  });
  const departmentOf = (d: { id: string; name: string }): Json => ({
    name: d.name,
    parent_department_id: ROOT,
    department_id: d.id.slice(3, 13),
    open_department_id: d.id,
    member_count: directory.people.filter((p) => p.unit === d.name).length,
    status: { is_deleted: false },
  });
  const idType = (call: OpenCall) => call.query('user_id_type') ?? 'open_id';

  on('GET', '/open-apis/contact/v3/users/batch', (call) => {
    const ids = call.queries('user_ids').map((id) => directory.resolve(idType(call), id));
    const items = ids
      .map((id) => (id ? directory.person(id) : undefined))
      .filter((p) => p !== undefined)
      .map(userOf);
    return { kind: 'data', data: { items } };
  });
  on('GET', '/open-apis/contact/v3/users/find_by_department', (call) => {
    const id = call.query('department_id') ?? '';
    if (id !== ROOT && !directory.departments.some((d) => d.id === id)) return refuse(40004);
    const direct = directory.people.filter(
      (p) =>
        directory.departmentIds(p.openId).includes(id) && directory.accountOf(p.openId) !== 'left',
    );
    return page(direct.map(userOf), call.query, 50);
  });
  on('GET', '/open-apis/contact/v3/users/:user_id', (call) => {
    const openId = directory.resolve(idType(call), call.param('user_id'));
    const person = openId ? directory.person(openId) : undefined;
    return person ? { kind: 'data', data: { user: userOf(person) } } : refuse(41050);
  });
  on('POST', '/open-apis/contact/v3/users/batch_get_id', (call) => {
    const type = idType(call);
    const found = (field: 'mobile' | 'email', value: string): Json => {
      const person = directory.people.find((p) => p[field] === value);
      const ids: Record<string, string> = person ? directory.idsOf(person.openId) : {};
      return { [field]: value, ...(person ? { user_id: ids[type] ?? person.openId } : {}) };
    };
    const mobiles = asList(call.body.mobiles).map(String);
    const emails = asList(call.body.emails).map(String);
    if (mobiles.length > 50 || emails.length > 50) return refuse(99992402, 'at most 50 of each');
    const user_list = [
      ...mobiles.map((m) => found('mobile', m)),
      ...emails.map((e) => found('email', e)),
    ];
    return { kind: 'data', data: { user_list } };
  });
  on('GET', '/open-apis/contact/v3/departments/:department_id/children', ({ param, query }) => {
    const id = param('department_id');
    if (id !== ROOT && !directory.departments.some((d) => d.id === id)) return refuse(40004);
    return page(id === ROOT ? directory.departments.map(departmentOf) : [], query, 50);
  });
  on('GET', '/open-apis/contact/v3/departments/:department_id', ({ param }) => {
    const department = directory.departments.find((d) => d.id === param('department_id'));
    if (!department) return refuse(40004);
    return { kind: 'data', data: { department: departmentOf(department) } };
  });
  on('GET', '/open-apis/contact/v3/scopes', () => {
    const loose = directory.people.filter((p) => !directory.departmentOf(p));
    return {
      kind: 'data',
      data: {
        department_ids: directory.departments.map((d) => d.id),
        user_ids: loose.map((p) => p.openId),
        group_ids: [],
        has_more: false,
      },
    };
  });
}
