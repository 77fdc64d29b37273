import { connect, createServer, type Socket } from 'node:net';

/** A port of this machine whose connections lead elsewhere, and can be cut. */
export type Wire = {
  port: number;
  /** Ends every connection and refuses new ones until `mend`. */
  cut: () => void;
  mend: () => void;
  close: () => Promise<void>;
};

/** Opens a wire; `portOf` is asked for each connection where it leads, undefined refuses it. */
export async function openWire(portOf: () => number | undefined): Promise<Wire> {
  const open = new Set<Socket>();
  let isCut = false;
  const server = createServer((socket) => {
    const port = isCut ? undefined : portOf();
    if (port === undefined) return void socket.destroy();
    const far = connect(port, '127.0.0.1');
    for (const end of [socket, far]) {
      open.add(end);
      end.on('error', () => {});
      end.on('close', () => {
        open.delete(end);
        socket.destroy();
        far.destroy();
      });
    }
    socket.pipe(far).pipe(socket);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('no address');
  const drop = () => {
    for (const socket of open) socket.destroy();
  };
  return {
    port: address.port,
    cut: () => {
      isCut = true;
      drop();
    },
    mend: () => {
      isCut = false;
    },
    close: () => {
      drop();
      return new Promise<void>((done) => server.close(() => done()));
    },
  };
}
