// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

export { ActionButton } from './ActionButton';
export { AskLinks } from './AskLinks';
export { ConfigText } from './ConfigText';
export { EditForm } from './EditForm';
export { EnvironmentChoice, WithEnvironments } from './environments';
export { EnvironmentName, EnvironmentNames } from './EnvironmentName';
export { Fact, Facts } from './Facts';
export { Few } from './Few';
export { LoadedPage } from './LoadedPage';
export { LoadedPart } from './LoadedPart';
export { OpenRequests } from './OpenRequests';
export { Owner } from './Owner';
export { Page } from './Page';
export { PagedList } from './PagedList';
export { ProblemList, SendError } from './problems';
export { ResourcesPage } from './ResourcesPage';
export { TypedField } from './TypedField';
export { useEnvironments } from './useEnvironments';
export type { ListQuery } from './useListQuery';
export { type Asked, useSubmitRequest } from './useSubmitRequest';
export { wordsOfBytes } from './bytes';
export { EntityPicker } from './EntityPicker';
