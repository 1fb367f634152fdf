import { tmpdir } from "node:os"
import { join } from "node:path"
import { defineConfig, loadEnv } from "@medusajs/framework/utils"

loadEnv(process.env.NODE_ENV ?? "development", process.cwd())

const isTest = process.env.NODE_ENV === "test"
/** The tests' own keys open nothing: unless a real one is given, their Stripe is a server of their own. */
const stripeKey = process.env.STRIPE_API_KEY ?? (isTest ? "sk_test_local" : undefined)
const stripeWebhookSecret =
  process.env.STRIPE_WEBHOOK_SECRET ?? (isTest ? "whsec_local" : undefined)
/** The tests look into the letterbox of their own mail server; elsewhere mails go to the log. */
const hasLetterbox = isTest || process.env.TEST_MAIL_DIRECTORY !== undefined
const letterbox =
  process.env.TEST_MAIL_DIRECTORY ?? join(tmpdir(), `client-ledger-mails-${process.pid}`)

/**
 * Runs this repository as a Medusa app: for development, the demo and the tests.
 * It isn't part of the published package; a shop registers the plugin as the README says.
 */
module.exports = defineConfig({
  projectConfig: {
    databaseUrl: process.env.DATABASE_URL,
    http: {
      storeCors: process.env.STORE_CORS ?? "http://localhost:8000",
      adminCors: process.env.ADMIN_CORS ?? "http://localhost:9000",
      authCors: process.env.AUTH_CORS ?? "http://localhost:9000,http://localhost:8000",
      jwtSecret: process.env.JWT_SECRET ?? "development-only",
      cookieSecret: process.env.COOKIE_SECRET ?? "development-only",
    },
  },
  modules: [
    { resolve: "./src/modules/client-ledger" },
    // Medusa's list of its own modules is made before it knows its flags.
    ...(process.env.MEDUSA_FF_RBAC === "true" ? [{ resolve: "@medusajs/medusa/rbac" }] : []),
    {
      resolve: "@medusajs/medusa/payment",
      options: {
        providers: [
          { resolve: "./src/providers/on-site-payment", id: "market" },
          // An online card whose behaviour each test chooses.
          ...(isTest
            ? [{ resolve: `${__dirname}/integration-tests/providers/test-card`, id: "test" }]
            : []),
          ...(stripeKey
            ? [
                {
                  resolve: "@medusajs/payment-stripe",
                  id: "stripe",
                  options: { apiKey: stripeKey, webhookSecret: stripeWebhookSecret, capture: true },
                },
              ]
            : []),
        ],
      },
    },
    {
      resolve: "@medusajs/medusa/notification",
      options: {
        providers: [
          {
            resolve: "@medusajs/medusa/notification-local",
            id: "local",
            options: { name: "Local", channels: hasLetterbox ? ["feed"] : ["feed", "email"] },
          },
          ...(hasLetterbox
            ? [
                {
                  resolve: `${__dirname}/integration-tests/providers/test-mail`,
                  id: "test-mail",
                  options: { channels: ["email"], directory: letterbox },
                },
              ]
            : []),
        ],
      },
    },
  ],
})
