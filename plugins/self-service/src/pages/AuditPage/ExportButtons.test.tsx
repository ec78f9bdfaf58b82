// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeBackend } from '../../__testUtils__/fakeBackend';
import { requestOf } from '../../__testUtils__/fixtures';
import { renderPlugin } from '../../__testUtils__/renderPlugin';

const LINES = ['{"number":1}\n', '{"number":2}\n'];

const streamOf = (...lines: string[]) =>
  new Response(
    new ReadableStream({
      start(stream) {
        const encoder = new TextEncoder();
        lines.forEach(line => stream.enqueue(encoder.encode(line)));
        stream.close();
      },
    }),
  );

function open() {
  const backend = new FakeBackend();
  backend.requests.put(requestOf());
  backend.requests.exported = () => streamOf(...LINES);
  const app = renderPlugin({
    path: '/self-service/audit?environment=dev&from=2026-11-01',
    backend,
  });
  return { backend, ...app };
}

const press = async (name: string) =>
  userEvent.click(await screen.findByRole('button', { name }));

/** What was downloaded: the name and the content of each file. */
function catchDownloads() {
  const saved: { name: string; blob: Blob }[] = [];
  const blobs = new Map<string, Blob>();
  URL.createObjectURL = blob => {
    const url = `blob:test/${blobs.size}`;
    blobs.set(url, blob as Blob);
    return url;
  };
  URL.revokeObjectURL = () => {};
  jest
    .spyOn(HTMLAnchorElement.prototype, 'click')
    .mockImplementation(function click(this: HTMLAnchorElement) {
      saved.push({ name: this.download, blob: blobs.get(this.href) as Blob });
    });
  return saved;
}

afterEach(() => {
  jest.restoreAllMocks();
  Reflect.deleteProperty(window, 'showSaveFilePicker');
});

describe('the export', () => {
  it.each([
    ['Export as NDJSON', 'ndjson'],
    ['Export as CSV', 'csv'],
  ])('downloads what the filters leave: %s', async (button, format) => {
    const saved = catchDownloads();
    const { backend, analytics } = open();
    await press(button);
    expect(await screen.findByText('Exported, 1 kB.')).toBeInTheDocument();
    const call = backend.calls.find(each => each.includes('/export')) ?? '';
    expect(Object.fromEntries(new URLSearchParams(call.split('?')[1]))).toEqual(
      {
        format,
        environment: 'dev',
        since: new Date('2026-11-01T00:00:00').toISOString(),
      },
    );
    expect(saved).toHaveLength(1);
    expect(saved[0].name).toMatch(
      new RegExp(`^requests-\\d{4}-\\d{2}-\\d{2}\\.${format}$`),
    );
    expect(await saved[0].blob.text()).toBe(LINES.join(''));
    expect(analytics.getEvents()).toContainEqual(
      expect.objectContaining({ action: 'export', subject: 'request' }),
    );
  });

  it('writes to the chosen file piece by piece where the browser can', async () => {
    const saved = catchDownloads();
    const written: string[] = [];
    const decoder = new TextDecoder();
    Object.assign(window, {
      showSaveFilePicker: async () => ({
        createWritable: async () =>
          new WritableStream<Uint8Array>({
            write: chunk => {
              written.push(decoder.decode(chunk));
            },
          }),
      }),
    });
    open();
    await press('Export as NDJSON');
    expect(await screen.findByText('Exported, 1 kB.')).toBeInTheDocument();
    expect(written).toEqual(LINES);
    expect(saved).toEqual([]);
  });

  it('does nothing when no file is chosen', async () => {
    Object.assign(window, {
      showSaveFilePicker: async () => {
        throw new DOMException('The user aborted a request.', 'AbortError');
      },
    });
    const { backend } = open();
    await press('Export as CSV');
    await waitFor(() =>
      expect(
        screen.queryByText('The export is running.'),
      ).not.toBeInTheDocument(),
    );
    expect(screen.queryByText(/^Exported/)).not.toBeInTheDocument();
    expect(backend.calls.filter(call => call.includes('/export'))).toEqual([]);
  });

  it('saves nothing of an export that breaks off, and says so', async () => {
    const saved = catchDownloads();
    const { backend } = open();
    backend.requests.exported = () =>
      new Response(
        new ReadableStream({
          pull(stream) {
            stream.error(new Error('The connection was lost.'));
          },
        }),
      );
    await press('Export as NDJSON');
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The connection was lost.',
    );
    expect(saved).toEqual([]);
  });

  it('can be cancelled, and saves nothing then', async () => {
    const saved = catchDownloads();
    const { backend } = open();
    backend.requests.exported = () =>
      new Response(new ReadableStream({ start() {} }));
    await press('Export as NDJSON');
    await press('Cancel the export');
    await waitFor(() =>
      expect(
        screen.queryByText('The export is running.'),
      ).not.toBeInTheDocument(),
    );
    expect(
      screen.getByRole('button', { name: 'Export as NDJSON' }),
    ).toBeEnabled();
    expect(saved).toEqual([]);
  });
});
