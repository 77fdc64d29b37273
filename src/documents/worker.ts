import { parentPort, workerData } from 'node:worker_threads';
import { readDocumentInProcess } from './read-in-process.ts';

parentPort?.postMessage(await readDocumentInProcess(workerData));
