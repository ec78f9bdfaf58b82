// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

/** Writes a stream to the file that was chosen and answers its size in bytes. */
export type Save = (
  stream: ReadableStream<Uint8Array>,
  signal: AbortSignal,
) => Promise<number>;

interface FileChoice {
  name: string;
  /** MIME type. */
  type: string;
}

/** What browsers that can write to files offer. */
interface FilePicker {
  showSaveFilePicker?(options: { suggestedName: string }): Promise<{
    createWritable(): Promise<WritableStream<Uint8Array>>;
  }>;
}

/**
 * Lets the person choose a file, where the browser can write to one piece by piece; elsewhere the pieces are gathered
 * and downloaded. Nothing is answered when the person chooses none.
 */
export async function openTarget(file: FileChoice): Promise<Save | undefined> {
  const picker = window as FilePicker;
  if (!picker.showSaveFilePicker) return gather(file);
  try {
    const handle = await picker.showSaveFilePicker({
      suggestedName: file.name,
    });
    return async (stream, signal) => {
      const counted = count();
      const target = await handle.createWritable();
      await stream.pipeThrough(counted.transform, { signal }).pipeTo(target);
      return counted.bytes();
    };
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') {
      return undefined;
    }
    // Refused by the browser, in a frame for example.
    return gather(file);
  }
}

function count() {
  let bytes = 0;
  const transform = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      bytes += chunk.byteLength;
      controller.enqueue(chunk);
    },
  });
  return { transform, bytes: () => bytes };
}

function gather({ name, type }: FileChoice): Save {
  return async (stream, signal) => {
    const chunks: Uint8Array<ArrayBuffer>[] = [];
    const reader = stream.getReader();
    signal.addEventListener('abort', () => reader.cancel(), { once: true });
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      chunks.push(new Uint8Array(value));
    }
    // A part of a history looks like a history: none is saved.
    signal.throwIfAborted();
    const blob = new Blob(chunks, { type });
    const url = URL.createObjectURL(blob);
    const link = document.createElement('a');
    link.href = url;
    link.download = name;
    link.click();
    URL.revokeObjectURL(url);
    return blob.size;
  };
}
