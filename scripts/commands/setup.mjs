// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// The bootstrap has done it all by the time this runs.
process.stdout.write(
  'Set up. Start the portal with "npm start", run the tests with "npm test".\n',
);
