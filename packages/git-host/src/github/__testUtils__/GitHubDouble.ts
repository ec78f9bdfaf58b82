// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// A GitHub for tests: its REST API on a loopback port, over a bare repository that real git works on. What a test wants to
// go wrong is put before it with `interrupt`; every request is written down.
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  type BareFile,
  BareRepository,
} from '../../local/__testUtils__/bareRepository';
import { ActionsDouble } from './ActionsDouble';
import { commitStateRoutes, type CommitStates } from './commitStateRoutes';
import { unlikeGitHub } from './describedByGitHub';
import { gitDataRoutes } from './gitDataRoutes';
import type { PullRecord } from './PullRecord';
import { pullRequestRoutes } from './pullRequestRoutes';
import { repositoryRoutes } from './repositoryRoutes';

/** Not found, or whatever else GitHub says no with. */
export class Refusal extends Error {
  readonly status: number;
  readonly errors?: object[];
  readonly headers: Record<string, string>;

  constructor(
    status: number,
    message: string,
    options: { errors?: object[]; headers?: Record<string, string> } = {},
  ) {
    super(message);
    this.status = status;
    this.errors = options.errors;
    this.headers = options.headers ?? {};
  }
}

export interface DoubleRequest {
  method: string;
  /** Below the repository, decoded: `/git/ref/heads/main`; elsewhere the whole path. */
  path: string;
  query: URLSearchParams;
  headers: IncomingMessage['headers'];
  body: Record<string, unknown>;
}

export interface DoubleAnswer {
  status?: number;
  /** Text is sent as it is. */
  body?: unknown;
  headers?: Record<string, string>;
}

/** A method and path, with what answers them; the pattern's groups are decoded. */
export type DoubleRoute = [
  method: string,
  path: RegExp,
  answer: (request: DoubleRequest, ...groups: string[]) => DoubleAnswer,
];

/** The account that the token is of. */
export const BOT = { name: 'Fairway Bot', email: 'bot@acme.example' };
export const TOKEN = 'a-token-of-a-test';
export const OWNER = 'acme';
export const REPO = 'infra';
const API = '/api/v3';

export class GitHubDouble {
  readonly repository: BareRepository;
  readonly requests: DoubleRequest[] = [];
  readonly pulls: PullRecord[] = [];
  readonly states: CommitStates = { statuses: [], runs: [], deployments: [] };
  readonly actions = new ActionsDouble(this);
  /** People who can be asked for a review. */
  readonly people = new Set(['ola', 'rita']);
  readonly teams = new Set(['platform']);
  /** Answers instead of GitHub, or throws a `Refusal`; undefined lets the request through. */
  interrupt: (request: DoubleRequest) => DoubleAnswer | undefined = () =>
    undefined;
  /** Called when a request was done, before it is answered: throwing loses the answer. */
  afterwards: (request: DoubleRequest) => void = () => {};
  /** What GitHub says against every merge; undefined where no rule is broken. */
  mergeRule?: string;
  /** Whom the token is of; the owner itself, where that is no organization. */
  account = 'fairway-bot';
  /** Whether there is the repository yet. */
  isThere = true;
  isPrivate = true;
  /** What it is called now. */
  fullName = `${OWNER}/${REPO}`;
  /** Answers that GitHub could not have given, with why. */
  readonly #unlike: string[] = [];
  readonly #routes: DoubleRoute[];
  readonly #server: Server;

  static async create(files?: Record<string, BareFile>): Promise<GitHubDouble> {
    const double = new GitHubDouble(BareRepository.create(files));
    await new Promise<void>(resolve => {
      double.#server.listen(0, '127.0.0.1', resolve);
    });
    return double;
  }

  /** One that has not got the repository yet. */
  static async without(): Promise<GitHubDouble> {
    const double = await GitHubDouble.create({});
    double.isThere = false;
    return double;
  }

  private constructor(repository: BareRepository) {
    this.repository = repository;
    this.#routes = [
      ...repositoryRoutes(this),
      ...gitDataRoutes(this),
      ...pullRequestRoutes(this),
      ...commitStateRoutes(this),
      ...this.actions.routes(),
    ];
    this.#server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', chunk => chunks.push(chunk));
      request.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8');
        const { status = 200, body, headers } = this.#checked(request, text);
        const isText = typeof body === 'string';
        response.writeHead(status, {
          'content-type': isText ? 'text/plain' : 'application/json',
          ...headers,
        });
        response.end(isText ? body : body && JSON.stringify(body));
      });
    });
  }

  get host(): string {
    return `127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  get apiBaseUrl(): string {
    return `http://${this.host}${API}`;
  }

  /** `POST /git/trees` of each request so far, without the reads if asked. */
  calls(options: { writes?: boolean } = {}): string[] {
    return this.requests
      .filter(({ method }) => !options.writes || method !== 'GET')
      .map(({ method, path }) => `${method} ${path}`);
  }

  /** Throws where something was answered that GitHub's description does not allow. */
  async dispose(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise(resolve => {
      this.#server.close(resolve);
    });
    this.repository.dispose();
    if (this.#unlike.length > 0) {
      throw new Error(`GitHub does not answer so:\n${this.#unlike.join('\n')}`);
    }
  }

  #checked(incoming: IncomingMessage, text: string): DoubleAnswer {
    const request = requestOf(incoming, text);
    this.requests.push(request);
    const answer = this.#answer(request);
    const unlike = unlikeGitHub(request, answer);
    if (unlike !== undefined) this.#unlike.push(unlike);
    return answer;
  }

  #answer(request: DoubleRequest): DoubleAnswer {
    try {
      const answer = this.interrupt(request) ?? this.#route(request);
      this.afterwards(request);
      return answer;
    } catch (error) {
      if (!(error instanceof Refusal)) {
        return { status: 599, body: { message: String(error) } };
      }
      const { status, message, errors, headers } = error;
      return { status, body: { message, ...(errors && { errors }) }, headers };
    }
  }

  #route(request: DoubleRequest): DoubleAnswer {
    const [, secret] = (request.headers.authorization ?? '').split(' ');
    if (secret !== TOKEN) {
      throw new Refusal(401, 'Bad credentials');
    }
    this.#checkThere(request);
    for (const [method, pattern, answer] of this.#routes) {
      const match = method === request.method && pattern.exec(request.path);
      if (match) {
        return answer(request, ...match.slice(1));
      }
    }
    throw new Refusal(404, 'Not Found');
  }

  /** Of a repository that is not there GitHub says nothing, and of an empty one no Git. */
  #checkThere({ path }: DoubleRequest): void {
    if (path.startsWith('/api/')) return;
    if (!this.isThere) throw new Refusal(404, 'Not Found');
    const isGit = /^\/(git|commits|compare)(\/|$)/.test(path);
    if (isGit && Object.keys(this.repository.refs()).length === 0) {
      throw new Refusal(409, 'Git Repository is empty.');
    }
  }
}

function requestOf(incoming: IncomingMessage, text: string): DoubleRequest {
  const url = new URL(incoming.url ?? '', 'http://double');
  const place = `${API}/repos/${OWNER}/${REPO}`;
  const path = url.pathname.startsWith(place)
    ? url.pathname.slice(place.length)
    : url.pathname;
  return {
    method: incoming.method ?? '',
    path: decodeURIComponent(path),
    query: url.searchParams,
    headers: incoming.headers,
    body: text === '' ? {} : JSON.parse(text),
  };
}
