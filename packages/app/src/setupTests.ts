// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// Parts of the app come as code of their own, and the machine may be busy.
configure({ asyncUtilTimeout: 10_000 });
jest.setTimeout(30_000);
