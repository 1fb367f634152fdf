import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * Mails to clients: each is a row before it is sent, so that a receipt is mailed once, and what was sent, to whom, and what
 * went wrong stays.
 */
export class Migration20261124200000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create table if not exists "client_mail" (
       "id" text primary key,
       "account_id" text not null references "client_account" ("id"),
       "kind" text not null check ("kind" in ('receipt', 'statement', 'reminder')),
       "receipt_id" text null references "client_receipt" ("id"),
       "period" jsonb null,
       "to" text null,
       "language" text null check ("language" in ('fr', 'en')),
       "subject" text null,
       "status" text not null default 'queued'
         check ("status" in ('queued', 'sending', 'sent', 'failed', 'canceled')),
       "attempts" integer not null default 0,
       "error" text null,
       "notification_id" text null,
       "actor_id" text null,
       "taken_at" timestamptz null,
       "sent_at" timestamptz null,
       "created_at" timestamptz not null default clock_timestamp(),
       "updated_at" timestamptz not null default clock_timestamp(),
       check (("kind" = 'receipt') = ("receipt_id" is not null)),
       check (("kind" = 'statement') = ("period" is not null)),
       check (("status" = 'sent') = ("sent_at" is not null))
     );`)
    this
      .addSql(`create unique index if not exists "UQ_client_mail_receipt" on "client_mail" ("receipt_id")
       where "receipt_id" is not null;`)
    this.addSql(
      `create index if not exists "IDX_client_mail_account" on "client_mail" ("account_id", "created_at" desc, "id" desc);`
    )
    this.addSql(`create index if not exists "IDX_client_mail_queued" on "client_mail" ("created_at")
       where "status" = 'queued';`)
    this.addSql(
      `create index if not exists "IDX_client_receipt_created" on "client_receipt" ("created_at");`
    )
    this.addSql(`alter table "client_account"
       add column if not exists "no_reminders" boolean not null default false;`)
    this.addSql(`alter table "client_ledger_settings"
       add column if not exists "receipt_mails_since" timestamptz null,
       add column if not exists "mail_language" text not null default 'fr' check ("mail_language" in ('fr', 'en')),
       add column if not exists "reminder_min_days" integer not null default 7 check ("reminder_min_days" >= 0),
       add column if not exists "reminder_floor" numeric not null default 5
         check ("reminder_floor" >= 0 and "reminder_floor" < 1e15),
       add column if not exists "reminder_pause_days" integer not null default 14 check ("reminder_pause_days" >= 0);`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "client_mail" cascade;`)
    this.addSql(`drop index if exists "IDX_client_receipt_created";`)
    this.addSql(`alter table "client_account" drop column if exists "no_reminders";`)
    this.addSql(`alter table "client_ledger_settings"
       drop column if exists "receipt_mails_since", drop column if exists "mail_language",
       drop column if exists "reminder_min_days", drop column if exists "reminder_floor",
       drop column if exists "reminder_pause_days";`)
  }
}
