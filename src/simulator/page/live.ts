import type { Change } from '../pocket-api.ts';

/**
 * Follows the changes that one person sees. `onOpen` runs at every (re)connection, so that what was missed can be read
 * again; the browser repeats a broken connection by itself, a refused one is repeated here.
 */
export function follow(
  as: string,
  on: { change: (change: Change) => void; open: () => void; lost: () => void },
): () => void {
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;

  const connect = () => {
    if (stopped) return;
    source = new EventSource(`/pocket/stream?${new URLSearchParams({ as })}`);
    source.onopen = on.open;
    source.onmessage = (event) => on.change(JSON.parse(event.data) as Change);
    source.onerror = () => {
      if (stopped) return;
      on.lost();
      if (source?.readyState !== EventSource.CLOSED) return;
      timer = setTimeout(connect, 2000);
    };
  };
  connect();

  return () => {
    stopped = true;
    clearTimeout(timer);
    source?.close();
  };
}
