/** Where requests enter: servers, routes, procedures. */

import { entry, framework, name, own, source, step } from "../schema.ts";

const fields = (root: string, ...names: readonly string[]) => names.map((one) => `${root}.${one}`);

export const express = framework({
  name: "Express, Fastify and their kin", language: "javascript", see: "https://expressjs.com/en/api.html#req",
  rows: [
    name("@req", ["name:req", "name:request", "name:_req", "express.Request()", "fastify.FastifyRequest()", "node:http.IncomingMessage()", "next.NextApiRequest()", "*.req"]),
    name("express:app", ["express()", "express.Router()", "fastify()", "polka()"]),
    name("@req", ["express:app.get(#0)", "express:app.post(#0)", "express:app.put(#0)", "express:app.patch(#0)", "express:app.delete(#0)", "express:app.all(#0)", "express:app.use(#0)"]),
    name("@req", ["express.RequestHandler(#0)", "express.Handler(#0)", "express.ErrorRequestHandler(#1)", "fastify.RouteHandler(#0)", "fastify.RouteHandlerMethod(#0)", "next.NextApiHandler(#0)"]),
    source(fields("@req", "body", "params", "query", "headers", "cookies", "signedCookies", "url", "originalUrl", "path", "hostname", "ip", "rawBody", "files", "file", "payload", "get()", "header()", "param()", "query()", "queries()", "parseBody()", "json()", "text()", "formData()", "nextUrl", "data", "raw", "parameters"), "the request"),
    source(["@req[]", "express:app.param(#3)"], "the request", { see: "https://expressjs.com/en/api.html#app.param" }),
    source(["node:url.parse().query", "node:querystring.parse()"], "the request"),
  ],
});

export const koa = framework({
  name: "Koa", language: "javascript", see: "https://koajs.com/#request",
  rows: [
    name("@ctx", ["koa.Context()", "koa.ParameterizedContext()", "name:ctx"]),
    name("koa:router", ["koa-router()", "@koa/router()"], { see: "https://github.com/koajs/router/blob/master/API.md" }),
    name("@ctx", ["get", "post", "put", "patch", "delete", "all", "use"].map((one) => `koa:router.${one}(#0)`), { see: "https://github.com/koajs/router/blob/master/API.md" }),
    name("@req", ["@ctx.request"]),
    source(fields("@ctx", "query", "params", "querystring", "headers", "header", "cookies", "url", "path", "host", "get()"), "the request"),
  ],
});

export const nest = framework({
  name: "NestJS", language: "javascript", see: "https://docs.nestjs.com/controllers#request-object",
  rows: [
    source(["Body", "Query", "Param", "Headers", "HostParam", "Session", "UploadedFile", "UploadedFiles", "RawBody"].map((one) => `@nestjs/common.${one}()`), "the request"),
    source(["@nestjs/graphql.Args()", "@nestjs/microservices.Payload()", "@nestjs/websockets.MessageBody()"], "the request"),
    own(["@nestjs/config.ConfigService().get()", "@nestjs/config.ConfigService().getOrThrow()"], { deep: true }, { see: "https://docs.nestjs.com/techniques/configuration" }),
    own(["@nestjs/common.ParseIntPipe"], { trust: "typed", type: "integer" }, { see: "https://docs.nestjs.com/pipes#binding-pipes" }),
    own(["@nestjs/common.ParseFloatPipe"], { trust: "typed", type: "number" }),
    own(["@nestjs/common.ParseBoolPipe"], { trust: "typed", type: "boolean" }),
    own(["@nestjs/common.ParseUUIDPipe", "@nestjs/common.ParseEnumPipe", "@nestjs/common.ParseDatePipe"], { trust: "typed", type: "text" }),
  ],
});

export const next = framework({
  name: "Next.js", language: "javascript", see: "https://nextjs.org/docs/app/api-reference/file-conventions/route",
  rows: [
    name("@req", ["next/server.NextRequest()", "next/server.js.NextRequest()"]),
    source(["next/headers.headers()", "next/headers.cookies()"], "the request"),
    entry(["use server"], { origin: "the server action {name}", parameters: "all" }, { see: "https://nextjs.org/docs/app/api-reference/directives/use-server" }),
  ],
});

export const trpc = framework({
  name: "tRPC", language: "javascript", see: "https://trpc.io/docs/server/procedures",
  rows: [
    name("@procedure", ["*.input()", "?publicProcedure", "?protectedProcedure", "?procedure", "@procedure.output()", "@procedure.use()", "@procedure.meta()"]),
    step(["*.input"], { does: "accept", schema: 0, field: "input" }),
    name("@call", ["@procedure.query(#0)", "@procedure.mutation(#0)", "@procedure.subscription(#0)"]),
    source(["@call.input", "@call.rawInput"], "the input of a procedure"),
  ],
});
