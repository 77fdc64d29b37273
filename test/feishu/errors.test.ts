import { expect, test } from 'vitest';
import { type Endpoint, FeishuError, RULES, treatmentOf } from '../../src/feishu/errors.ts';

const failed = (endpoint: Endpoint, code: number | undefined, more = {}) =>
  new FeishuError(endpoint, {
    message: 'refused',
    code,
    httpStatus: 400,
    uncertain: false,
    ...more,
  });

// One row for each code that the platform's documents name, and what is to be done about it.
const EXAMPLES: [Endpoint, number, string][] = [
  ['send', 99991400, 'wait'],
  ['send', 230020, 'wait'],
  ['send', 11232, 'wait'],
  ['send', 11233, 'wait'],
  ['patch', 11247, 'wait'],
  ['send', 99991403, 'stop-queue'],
  ['send', 230049, 'retry'],
  ['reply', 2200, 'retry'],
  ['patch', 300120, 'retry'],
  ['send', 99991663, 'reauth'],
  ['send', 99991665, 'reauth'],
  ['send', 99991668, 'reauth'],
  ['send', 99991664, 'reauth'],
  ['send', 99991671, 'reauth'],
  ['send', 20013, 'reauth'],
  ['user', 99991677, 'reauth'],
  ['send', 99991661, 'drop'],
  ['token', 10014, 'stop-queue'],
  ['token', 10015, 'stop-queue'],
  ['token', 20002, 'stop-queue'],
  ['send', 99991662, 'stop-queue'],
  ['send', 99991673, 'stop-queue'],
  ['download', 99991672, 'alert'],
  ['user', 99991679, 'alert'],
  ['send', 99991401, 'stop-queue'],
  ['send', 230002, 'unreachable-chat'],
  ['send', 10002, 'unreachable-chat'],
  ['send', 10030, 'unreachable-chat'],
  ['send', 232009, 'unreachable-chat'],
  ['send', 230013, 'unreachable-person'],
  ['send', 11225, 'unreachable-person'],
  ['send', 230029, 'unreachable-person'],
  ['send', 11236, 'unreachable-person'],
  ['send', 230053, 'unreachable-person'],
  ['send', 230035, 'refused-by-settings'],
  ['send', 230018, 'refused-by-settings'],
  ['send', 230006, 'stop-queue'],
  ['send', 230001, 'drop'],
  ['send', 230034, 'drop'],
  ['send', 99992351, 'drop'],
  ['send', 99992361, 'drop'],
  ['send', 99992402, 'drop'],
  ['send', 9499, 'drop'],
  ['send', 230025, 'shorten'],
  ['send', 230022, 'neutral-text'],
  ['send', 230028, 'neutral-text'],
  ['send', 230099, 'fallback-text'],
  ['send', 230054, 'fallback-text'],
  ['reply', 230054, 'send-instead-of-reply'],
  ['reply', 230050, 'send-instead-of-reply'],
  ['reply', 230111, 'send-instead-of-reply'],
  ['send', 230027, 'refused-by-settings'],
  ['send', 230075, 'refused-by-settings'],
  ['send', 230038, 'unreachable-person'],
  ['send', 230036, 'stop-queue'],
  ['send', 230055, 'drop'],
  ['reply', 230011, 'send-instead-of-reply'],
  ['reply', 230110, 'send-instead-of-reply'],
  ['reply', 231003, 'send-instead-of-reply'],
  ['reply', 200000, 'send-instead-of-reply'],
  ['patch', 230011, 'drop'],
  ['patch', 230110, 'drop'],
  ['patch', 231003, 'drop'],
  ['patch', 200000, 'drop'],
  ['reply', 230019, 'reply-without-thread'],
  ['reply', 230071, 'reply-without-thread'],
  ['reply', 230072, 'reply-without-thread'],
  // The same numbers mean something else when a message is edited.
  ['patch', 230071, 'drop'],
  ['patch', 230072, 'drop'],
  ['patch', 230031, 'left-to-renewal'],
  ['patch', 200750, 'left-to-renewal'],
  ['send', 230017, 'upload-again'],
  ['download', 234008, 'upload-again'],
  ['other', 230023, 'without-urgent'],
  ['other', 230024, 'without-urgent'],
  ['other', 230052, 'without-urgent'],
  ['other', 231001, 'drop'],
];

test.each(EXAMPLES)('%s answered with %i: %s', (endpoint, code, treatment) => {
  expect(treatmentOf(failed(endpoint, code)).treatment).toBe(treatment);
});

test('every code of the table has its example', () => {
  const shown = new Set(EXAMPLES.map(([, code]) => code));
  expect(RULES.flatMap((r) => r.codes).filter((code) => !shown.has(code))).toEqual([]);
});

test('a card that is locked by a click is tried again, not turned into text', () => {
  const error = failed('patch', 230099, { message: 'ErrCode: 11310; card action is lock' });
  expect(treatmentOf(error).treatment).toBe('retry');
});

test.each([
  ['a timeout', { code: undefined, httpStatus: undefined, uncertain: true }, 'retry'],
  ['a refused connection', { code: undefined, httpStatus: undefined }, 'retry'],
  ['HTTP 503', { code: undefined, httpStatus: 503, uncertain: true }, 'retry'],
  ['HTTP 500 with a code nobody knows', { code: 1, httpStatus: 500 }, 'retry'],
  ['HTTP 429 with a code nobody knows', { code: 1, httpStatus: 429 }, 'wait'],
  ['HTTP 400 with a code nobody knows', { code: 1, httpStatus: 400 }, 'drop'],
])('%s: %s', (_, fault, treatment) => {
  expect(treatmentOf(failed('send', undefined, fault)).treatment).toBe(treatment);
});
