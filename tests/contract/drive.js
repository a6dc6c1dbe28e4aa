// Drives the example of the docs: one command a line comes in, what came of it goes out as JSON.
import { createInterface } from "node:readline";
import { Site, phase, show, standing } from "./aushang.js";

const site = new Site(process.argv[2]);

async function done(command, told) {
  switch (command) {
    case "poll": {
      const status = await site.status();
      return status && [...show(status, new Date(told.now), told.language)];
    }
    case "sync":
      await site.sync();
      return [...site.posts.values()].map((post) => post.id).sort();
    case "titles":
      return [...site.posts.values()].map((post) => post.texts["de"]?.title).sort();
    case "phase":
      return phase(told.post, new Date(told.now));
    default:
      return standing(told.state, told.transitions ?? told.place_transitions, new Date(told.now));
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  const [command, told] = JSON.parse(line);
  const result = await done(command, told).catch((error) => `failed: ${error.name}`);
  console.log(JSON.stringify(result));
}
