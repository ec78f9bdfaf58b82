// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  ChangeFile,
  ChangePayload,
} from '@fairway/backstage-plugin-self-service-common';
import type { RequestDetail } from '@fairway/requests-common';
import { changeOf } from '../../change/changeOf';

/** One file of a change as it is edited; without content it is one that the change deletes. */
export interface RevisedFile {
  path: string;
  content?: string;
  /** Taken out of the change; kept, so that it can be put back. */
  isLeftOut: boolean;
}

/** What a person can revise of a change. */
export interface Revision {
  files: RevisedFile[];
  description: string;
  /** What the ownership policy is told besides: `changeTicket`. */
  attributes: Record<string, string>;
}

/** The text of a request as it is. */
export function revisionOf(request: RequestDetail): Revision {
  const { files = [], description, request: attributes } = payloadOf(request);
  return {
    files: files.map(file => ({
      path: file.path,
      ...('content' in file && { content: file.content }),
      isLeftOut: false,
    })),
    description: description ?? '',
    attributes: { ...attributes },
  };
}

/** What is sent: the payload of the request with what was revised, everything else as it is. */
export function revisedPayload(
  request: RequestDetail,
  { files, description, attributes }: Revision,
): ChangePayload {
  const {
    description: _description,
    request: _attributes,
    ...rest
  } = payloadOf(request);
  return {
    ...rest,
    files: files.flatMap(toChangeFile),
    ...(description.trim() && { description }),
    ...(Object.keys(attributes).length > 0 && { request: attributes }),
  };
}

/** The reason of a request goes along where it is its description, as templates make it. */
export function revisedJustification(
  request: RequestDetail,
  { description }: Revision,
): string | undefined {
  const isDescription =
    request.justification === payloadOf(request).description;
  return isDescription ? description.trim() || undefined : undefined;
}

/** What a browser's field makes of a text, with the line ends that the text had. */
export function withLineEnds(before: string, typed: string): string {
  return before.includes('\r\n') ? typed.replace(/\r?\n/g, '\r\n') : typed;
}

function toChangeFile({ path, content, isLeftOut }: RevisedFile): ChangeFile[] {
  if (isLeftOut) return [];
  return [content === undefined ? { path, delete: true } : { path, content }];
}

function payloadOf(request: RequestDetail): ChangePayload {
  return changeOf(request).payload as ChangePayload;
}
