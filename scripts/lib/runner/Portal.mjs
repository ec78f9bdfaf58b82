// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

const BATCH = 200;
const FLUSH_MS = 500;

/** The portal as a pipeline sees it: what waits, and the report of one request. */
export class Portal {
  #base;
  #token;

  constructor({ base, token }) {
    this.#base = `${base}/api/self-service`;
    this.#token = token;
  }

  async pending() {
    return (await this.#call('GET', '/report/pending')).items;
  }

  /** Sends lines as they come, in their order, and what the run came to. */
  reportTo({ requestId, attempt }) {
    const lines = [];
    let sent = Promise.resolve();
    let batch = 0;
    const send = body => {
      const reportId = `${attempt}-${(batch += 1)}`;
      sent = sent.then(() =>
        this.#call('POST', `/requests/${requestId}/report`, {
          reportId,
          attempt,
          ...body,
        }),
      );
      return sent;
    };
    const flush = () =>
      lines.length ? send({ logs: lines.splice(0, BATCH) }) : sent;
    // A failed line is not worth a crash; the end is sent by itself and says so.
    const timer = setInterval(() => flush().catch(() => {}), FLUSH_MS);
    return {
      log: line => lines.push(line),
      news: body => send(body),
      async end(body) {
        clearInterval(timer);
        while (lines.length) await flush();
        await send(body);
      },
    };
  }

  async #call(method, path, body) {
    const answer = await fetch(`${this.#base}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${this.#token}`,
        'content-type': 'application/json',
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    if (!answer.ok)
      throw new Error(
        `${method} ${path}: ${answer.status} ${await answer.text()}`,
      );
    return answer.status === 204 ? undefined : answer.json();
  }
}
