import { createHash } from 'node:crypto';
import { chmodSync, linkSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';

/** What a command line asks of the process that holds the database. */
export type SocketCall = { argv: string[]; cwd: string };

export type CallIo = {
  stdin: () => Promise<string>;
  out: (line: string) => void;
  err: (line: string) => void;
};

export type Hold =
  | {
      kind: 'held';
      serve: (run: (call: SocketCall, io: CallIo) => Promise<number>) => void;
      release: () => void;
    }
  | { kind: 'taken' };

type Message =
  | ({ kind: 'call' } & SocketCall)
  | { kind: 'need-stdin' }
  | { kind: 'stdin'; text: string }
  | { kind: 'out' | 'err'; line: string }
  | { kind: 'exit'; code: number };

/** Unix sockets have paths of about 100 bytes at most; deeper folders get theirs in the temporary folder. */
const LONGEST_PATH = 90;

/** The socket beside a PGlite folder: it is both the lock and the door for commands. */
export function socketPath(folder: string): string {
  const beside = `${resolve(folder)}.sock`;
  if (Buffer.byteLength(beside) <= LONGEST_PATH) return beside;
  const name = createHash('sha256').update(beside).digest('hex').slice(0, 24);
  return join(tmpdir(), `gongxin-${name}.sock`);
}

/**
 * Takes a PGlite folder for this process. PGlite itself has no lock, and two processes on one folder lose committed rows.
 * The socket is bound under a name of its own and linked into place, which fails when the place is taken; a dead process's
 * socket is moved aside only after nobody answers on it.
 */
export async function holdFolder(folder: string): Promise<Hold> {
  const path = socketPath(folder);
  mkdirSync(resolve(folder, '..'), { recursive: true });
  const mine = `${path}.${process.pid}`;
  let run: ((call: SocketCall, io: CallIo) => Promise<number>) | undefined;
  const server = createServer((socket) => answerCall(socket, () => run));
  rmSync(mine, { force: true });
  await new Promise<void>((done, fail) => server.once('error', fail).listen(mine, done));
  chmodSync(mine, 0o600);
  for (let attempt = 0; attempt < 5; attempt++) {
    try {
      linkSync(mine, path);
      rmSync(mine, { force: true });
      const release = () => {
        rmSync(path, { force: true });
        server.close();
      };
      return { kind: 'held', serve: (r) => (run = r), release };
    } catch (error) {
      if (!isCode(error, 'EEXIST')) throw error;
    }
    if (await answers(path)) return giveUp(server, mine);
    const aside = `${path}.stale.${process.pid}`;
    try {
      renameSync(path, aside);
    } catch (error) {
      if (!isCode(error, 'ENOENT')) throw error;
      continue;
    }
    // Somebody may have taken the place between the question and the move: then it is theirs again.
    if (await answers(aside)) {
      renameSync(aside, path);
      return giveUp(server, mine);
    }
    rmSync(aside, { force: true });
  }
  return giveUp(server, mine);
}

/** Lets the process that holds the folder carry out a command; undefined when nobody holds it. */
export async function callHolder(
  folder: string,
  call: SocketCall,
  io: CallIo,
): Promise<number | undefined> {
  const socket = await open(socketPath(folder));
  if (!socket) return undefined;
  const send = (m: Message) => socket.write(`${JSON.stringify(m)}\n`);
  send({ kind: 'call', ...call });
  for await (const line of createInterface({ input: socket })) {
    // Written by our own server below.
    const message = JSON.parse(line) as Message;
    if (message.kind === 'out') io.out(message.line);
    else if (message.kind === 'err') io.err(message.line);
    else if (message.kind === 'need-stdin') send({ kind: 'stdin', text: await io.stdin() });
    else if (message.kind === 'exit') {
      socket.end();
      return message.code;
    }
  }
  return undefined;
}

function answerCall(
  socket: Socket,
  runner: () => ((call: SocketCall, io: CallIo) => Promise<number>) | undefined,
): void {
  const send = (m: Message) => socket.writable && socket.write(`${JSON.stringify(m)}\n`);
  let gotStdin: (text: string) => void = () => {};
  const stdin = new Promise<string>((done) => (gotStdin = done));
  socket.on('error', () => socket.destroy());
  createInterface({ input: socket }).on('line', (line) => {
    // The socket file is readable by this user only: the other end is our own command line.
    const message = JSON.parse(line) as Message;
    if (message.kind === 'stdin') return gotStdin(message.text);
    if (message.kind !== 'call') return;
    const run = runner();
    if (!run) {
      send({ kind: 'err', line: '服务正在启动，请稍后再试' });
      send({ kind: 'exit', code: 1 });
      return;
    }
    const io: CallIo = {
      stdin: () => {
        send({ kind: 'need-stdin' });
        return stdin;
      },
      out: (l) => send({ kind: 'out', line: l }),
      err: (l) => send({ kind: 'err', line: l }),
    };
    run({ argv: message.argv, cwd: message.cwd }, io)
      .catch((error: unknown) => {
        io.err(error instanceof Error ? error.message : String(error));
        return 1;
      })
      .then((code) => send({ kind: 'exit', code }));
  });
}

function giveUp(server: Server, mine: string): Hold {
  server.close();
  rmSync(mine, { force: true });
  return { kind: 'taken' };
}

async function answers(path: string): Promise<boolean> {
  const socket = await open(path);
  socket?.destroy();
  return socket !== undefined;
}

function open(path: string): Promise<Socket | undefined> {
  return new Promise((done) => {
    const socket = connect(path, () => done(socket));
    socket.once('error', () => done(undefined));
  });
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
