// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { backend } from './backend';
import { startOrExit } from './start';

startOrExit(backend);
