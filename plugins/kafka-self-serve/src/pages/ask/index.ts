// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

export { NewTopicPage } from './newTopic/NewTopicPage';
export { ResetPage } from './offsets/ResetPage';
export { TopicAskPage } from './topic/TopicAskPage';
export { SubjectAskPage } from './subject/SubjectAskPage';
export { inUnits } from './configs';
export {
  SUBJECT_ASKS,
  type SubjectAsk,
  TOPIC_ASKS,
  type TopicAsk,
  useAskLinks,
} from './useAskLinks';
