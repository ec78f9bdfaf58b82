// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

export { connect, kafkaMigrations } from './database';
export { GRANT_ENDING_DAYS } from './KnexGrantStore';
export { KnexKafkaStores } from './KnexKafkaStores';
