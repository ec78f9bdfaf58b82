// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

/** A reporter for Node's own test runner that writes the counts, as JSON. */
export default async function* countReporter(events) {
  let passed = 0;
  let failed = 0;
  const notRun = [];
  for await (const { type, data } of events) {
    // A suite is not a test; nor is a file.
    if (data?.details?.type === 'suite') continue;
    if (type === 'test:pass' && (data.skip || data.todo))
      notRun.push(data.name);
    else if (type === 'test:pass') passed += 1;
    else if (type === 'test:fail') failed += 1;
  }
  yield JSON.stringify({ passed, failed, notRun });
}
