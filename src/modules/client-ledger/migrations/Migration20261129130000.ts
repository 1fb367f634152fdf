import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** The list of who did what tells who took an archive. */
export class Migration20261129130000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(changeSubjects(`replace(rule, 'ARRAY[', 'ARRAY[''archive''::text, ')`))
  }

  override async down(): Promise<void> {
    this.addSql(changeSubjects(`replace(rule, '''archive''::text, ', '')`))
  }
}

/** Whatever other subjects the rule holds by then. */
const changeSubjects = (changed: string) => `
do $$
declare
  rule text;
begin
  select pg_get_constraintdef(oid) into rule from pg_constraint
    where conname = 'client_ledger_change_subject_check' and conrelid = 'client_ledger_change'::regclass;
  alter table client_ledger_change drop constraint client_ledger_change_subject_check;
  execute 'alter table client_ledger_change add constraint client_ledger_change_subject_check ' || ${changed};
end
$$;`
