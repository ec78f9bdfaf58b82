// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

export * from './bundles';
export { checkConfigs, type ConfigsCheck } from './configs';
export * from './drift';
export * from './environments';
export * from './grants';
export * from './instances';
export * from './limits';
export * from './patterns';
export * from './resourceRefs';
export * from './sizing';
export * from './subjects';
export { checkThere, checkTopicDelete, isActiveGroup } from './topicDelete';
export * from './topicNames';
export * from './topics';
