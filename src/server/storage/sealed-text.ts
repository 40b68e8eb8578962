/**
 * `canonical` of the domain. Every text is escaped, so that none can reach into the field beside it, and no year before
 * the first looks like one of ours; `before` and `after` are stored as they were hashed.
 */
export const sealedBody = `
  begin
    return '["' || organization_id::text || '",' || revision::text || ',' || btrim(array_to_json(array[
        id::text, to_char(greatest(at, '0001-01-01Z') at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
        actor_account_id::text, actor_name, action, target_type, target_id, target_name
      ])::text, '[]') || ',' || coalesce(before::text, 'null') || ',' || coalesce(after::text, 'null') || ','
      || to_json(request_id)::text || ']';
  end `;

/** The column's expression, in PostgreSQL's own words. */
export const sealedExpression =
  "orgdesk_sealed(organization_id, revision, id, at, actor_account_id, actor_name, action, target_type, target_id, " +
  "target_name, before, after, request_id)";
