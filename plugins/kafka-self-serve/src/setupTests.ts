// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// Pages come as code of their own, and the machine may be busy.
configure({ asyncUtilTimeout: 30_000 });
jest.setTimeout(120_000);

// jsdom has no scrolling; the scaffolder's form scrolls up between its steps.
window.scrollTo = () => {};

// Material UI of the stock components uses CSS that jsdom cannot parse: hundreds of warnings that say nothing.
const { warn } = console;
// eslint-disable-next-line no-console
console.warn = (...messages: unknown[]) => {
  if (!String(messages[0]).startsWith('Warning: [JSS]')) warn(...messages);
};
