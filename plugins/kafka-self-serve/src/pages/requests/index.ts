// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

export { AllRequests } from './AllRequests';
export { MyRequests, ToDecide } from './OwnRequests';
export { OneRequest } from './OneRequest';
