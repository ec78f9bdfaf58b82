// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// Looking for roles in a table takes a while where other tests share the processor; what is there is found at once all the same.
configure({ asyncUtilTimeout: 5_000 });
jest.setTimeout(30_000);
