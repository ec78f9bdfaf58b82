// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// Whole pages are rendered, on machines that are busy with other tests too.
configure({ asyncUtilTimeout: 10_000 });
jest.setTimeout(60_000);

// Material UI of the stock components uses CSS that jsdom cannot parse: hundreds of warnings that say nothing.
const { warn } = console;
// eslint-disable-next-line no-console
console.warn = (...messages: unknown[]) => {
  if (!String(messages[0]).startsWith('Warning: [JSS]')) warn(...messages);
};
