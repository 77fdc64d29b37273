/** Files dropped anywhere on the conversation land in the composer. */
export function acceptDrops(
  root: HTMLElement,
  isOpen: () => boolean,
  add: (files: Iterable<File>) => void,
): void {
  let depth = 0;
  const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') && isOpen();
  const show = (by: number) => {
    depth = Math.max(0, depth + by);
    root.classList.toggle('dropping', depth > 0);
  };
  document.addEventListener('dragenter', (event) => hasFiles(event) && show(1));
  document.addEventListener('dragleave', (event) => hasFiles(event) && show(-1));
  document.addEventListener('dragover', (event) => hasFiles(event) && event.preventDefault());
  document.addEventListener('drop', (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    show(-depth);
    add(event.dataTransfer?.files ?? []);
  });
}
