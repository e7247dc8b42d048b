import { join } from "node:path";

import type { Project } from "./project";

export interface Comment {
  readonly id: number;
  readonly body: string;
}

/**
 * GitHub's command `gh api` as the recipes call it, with the comments of one pull request in a file in GitHub's place.
 * It refuses any other call, and filters with the real jq.
 */
const GH = `#!/usr/bin/env node
const { execFileSync } = require("node:child_process");
const { readFileSync, writeFileSync } = require("node:fs");
const file = process.env.COMMENTS;
const comments = JSON.parse(readFileSync(file, "utf8"));
const list = "repos/net/infra/issues/7/comments";
const [verb, ...words] = process.argv.slice(2);
const refuse = () => { console.error("gh: " + [verb, ...words].join(" ")); process.exit(1); };
if (process.env.GH_TOKEN !== "token" || verb !== "api") refuse();
const bodyOf = (field) => field === "body=@comment.md" ? readFileSync("comment.md", "utf8") : refuse();
if (words[0] === "--paginate" && words[1] === list && words[2] === "--jq" && words.length === 4) {
  process.stdout.write(execFileSync("jq", ["-r", words[3]], { input: JSON.stringify(comments) }));
} else if (words[0] === "--silent" && words[1] === list && words[2] === "--field" && words.length === 4) {
  comments.push({ id: 100 + comments.length, body: bodyOf(words[3]) });
} else if (words[0] === "--silent" && words[1] === "--method" && words[2] === "PATCH" && words[4] === "--field" && words.length === 6) {
  const comment = comments.find(({ id }) => words[3] === "repos/net/infra/issues/comments/" + id);
  if (comment === undefined) refuse();
  comment.body = bodyOf(words[5]);
} else refuse();
writeFileSync(file, JSON.stringify(comments));
`;

/** Pull request 7 of net/infra, with what others have said on it. */
export class PullRequest {
  readonly environment: NodeJS.ProcessEnv;

  constructor(private readonly project: Project) {
    project.write("bin/gh", GH, 0o755);
    project.write("comments.json", JSON.stringify([{ id: 1, body: "looks good <!-- another bot -->" }]));
    this.environment = {
      COMMENTS: join(project.path, "comments.json"),
      GH_TOKEN: "token",
      GITHUB_REPOSITORY: "net/infra",
      PULL_REQUEST: "7",
    };
  }

  get comments(): readonly Comment[] {
    return JSON.parse(this.project.read("comments.json")) as Comment[];
  }
}
