import { pageFile } from "../page/page-files.ts";
import { pageHeaders, securityHeaders } from "../page/security-headers.ts";
import { isOwnPage } from "./own-page.ts";

/** Answers the application's scheme: files of the page for the page itself, and nothing else for anybody else. */
export async function answerPage(request: Request, folder: string): Promise<Response> {
  const origin = request.headers.get("origin");
  if (!isOwnPage(request.url) || request.method !== "GET") return refuse(403);
  if (origin !== null && !isOwnPage(origin)) return refuse(403);
  const file = await pageFile(folder, new URL(request.url).pathname);
  if (file === null) return refuse(404);
  const headers = file.type.startsWith("text/html") ? pageHeaders(file.body.toString("utf8")) : securityHeaders;
  return new Response(file.body, { headers: { ...headers, "Content-Type": file.type } });
}

const refuse = (status: number): Response => new Response(null, { status, headers: securityHeaders });
