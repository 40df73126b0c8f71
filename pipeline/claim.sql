-- The claim on PostgreSQL, all of it in one statement. docs/claim.md tells it in words; claim_portable.py has the same rules for SQLite.
-- Every probe names the whole order of the index that it is meant for, so that no other index can look cheaper.
-- Whoever holds the gate counts and takes alone, so no limit is passed. Everything inside it is found by index probes: its
-- time depends on how many channels and services there are, and not on how many jobs wait or were finished.
-- Nobody is waited for inside the gate: a row that somebody holds is passed over.

CREATE OR REPLACE FUNCTION services_with_room(machine text, at timestamptz) RETURNS text[]
LANGUAGE plpgsql STABLE
AS $$ BEGIN RETURN (
    SELECT array_agg(s.name ORDER BY s.name)
    FROM pipeline_service s
    WHERE (s.paused_until IS NULL OR s.paused_until <= at)
      AND (s.daily_quota IS NULL OR s.daily_quota
           > CASE WHEN s.used_on = (at AT TIME ZONE s.timezone)::date THEN s.used_today ELSE 0 END)
      AND (s.calls_per_window IS NULL
           OR coalesce((s.recent_calls ->> -s.calls_per_window::int)::float8
                       <= extract(epoch FROM at)::float8 - s.window_seconds, true))
      AND s."limit" > (SELECT count(*) FROM pipeline_job j
                       WHERE j.state = 'running' AND j.service = s.name
                         AND (NOT s.per_machine OR split_part(j.worker, ':', 1) = machine))
); END $$;

-- Channels that may start a film: they have fewer in progress than they may have, and their reviewers are not behind.
-- A film whose first job runs counts before its status says so.
CREATE OR REPLACE FUNCTION channels_that_may_start_a_film() RETURNS text[]
LANGUAGE plpgsql STABLE
AS $$ BEGIN RETURN (
    SELECT array_agg(c.channel_id)
    FROM channels_channel c
    WHERE c.is_active
      AND (c.config ->> 'max_concurrent')::int
            > (SELECT count(*) FROM pipeline_task t WHERE t.channel_id = c.channel_id AND t.status IN ({making}))
            + (SELECT count(*) FROM pipeline_job j
               WHERE j.state = 'running' AND j.channel_id = c.channel_id AND j.starts_film)
      AND coalesce((c.config ->> 'review_backlog')::int
            > (SELECT count(*) FROM pipeline_task t WHERE t.channel_id = c.channel_id AND t.status IN ({gates})), true)
); END $$;

-- Spent is what the ledger has; reserved is what running jobs, and open orders that nobody works on, may still cost.
CREATE OR REPLACE FUNCTION fits_under_caps(job pipeline_job, moment timestamptz) RETURNS boolean
LANGUAGE plpgsql STABLE
AS $$
DECLARE
    budget jsonb := (SELECT config -> 'budget' FROM channels_channel WHERE channel_id = job.channel_id);
    of_service numeric;
    zone text;
    today timestamptz := date_trunc('day', moment AT TIME ZONE 'UTC') AT TIME ZONE 'UTC';
    this_month timestamptz := date_trunc('month', moment AT TIME ZONE 'UTC') AT TIME ZONE 'UTC';
    for_film numeric; for_channel numeric; for_service numeric;
    in_day numeric; in_month numeric;
BEGIN
    SELECT daily_cap_usd, timezone INTO of_service, zone FROM pipeline_service WHERE name = job.service;
    IF of_service IS NULL AND budget ->> 'per_video_usd' IS NULL AND budget ->> 'per_day_usd' IS NULL
       AND budget ->> 'per_month_usd' IS NULL THEN
        RETURN true;
    END IF;
    IF EXISTS (SELECT FROM pipeline_attempt a WHERE a.clip_id = job.clip_id AND a."order" = 'open') THEN
        RETURN true;  -- What is ordered already is paid already.
    END IF;
    SELECT coalesce(sum(usd) FILTER (WHERE task_id = job.task_id), 0),
           coalesce(sum(usd) FILTER (WHERE channel_id = job.channel_id), 0),
           coalesce(sum(usd) FILTER (WHERE service = job.service), 0)
    INTO for_film, for_channel, for_service
    FROM (
        SELECT task_id, channel_id, service, quoted_usd AS usd FROM pipeline_job WHERE state = 'running'
        UNION ALL
        SELECT j.task_id, j.channel_id, j.service, a.quoted_usd
        FROM pipeline_attempt a JOIN pipeline_job j ON j.id = a.job_id
        WHERE a."order" = 'open' AND j.state <> 'running'
    ) reserved;
    IF of_service IS NOT NULL AND for_service + job.quoted_usd + (
        SELECT coalesce(sum(c.usd), 0) FROM pipeline_cost c
        WHERE c.service = job.service AND c.at >= date_trunc('day', moment AT TIME ZONE zone) AT TIME ZONE zone
    ) > of_service THEN
        RETURN false;
    END IF;
    IF for_film + job.quoted_usd + (SELECT coalesce(sum(c.usd), 0) FROM pipeline_cost c WHERE c.task_id = job.task_id)
       > (budget ->> 'per_video_usd')::numeric THEN
        RETURN false;
    END IF;
    SELECT coalesce(sum(c.usd), 0) + for_channel + job.quoted_usd,
           coalesce(sum(c.usd) FILTER (WHERE c.at >= today), 0) + for_channel + job.quoted_usd
    INTO in_month, in_day
    FROM pipeline_cost c
    WHERE c.channel_id = job.channel_id
      AND c.at >= CASE WHEN budget ->> 'per_month_usd' IS NULL THEN today ELSE this_month END;
    RETURN coalesce(in_month <= (budget ->> 'per_month_usd')::numeric, true)
       AND coalesce(in_day <= (budget ->> 'per_day_usd')::numeric, true);
END $$;

-- The best job of the films under way at one priority: the one that was started first goes first.
CREATE OR REPLACE FUNCTION best_under_way(urgency smallint, free text[], active text[], passed bigint[]) RETURNS pipeline_job
LANGUAGE plpgsql STABLE
AS $$
DECLARE
    best pipeline_job;
BEGIN
    SELECT j.* INTO best
    FROM unnest(free) AS s(name), LATERAL (
        SELECT * FROM pipeline_job
        WHERE state = 'waiting' AND waits_for_id IS NULL AND NOT later AND film_turn IS NOT NULL
          AND priority = urgency AND service = s.name AND channel_id = ANY (active) AND id <> ALL (passed)
        ORDER BY priority, service, film_turn, position, id LIMIT 1
    ) j
    ORDER BY j.film_turn, j.position, j.id LIMIT 1;
    RETURN best;
END $$;

-- The best of the other jobs of one priority: of the channel whose last turn is longest ago, its oldest film's first.
-- `starters` are the channels that may start a film; NULL leaves that open. The channels come in the order of their turns
-- (OFFSET keeps the planner from taking that apart), and the first that has a job ends the look.
CREATE OR REPLACE FUNCTION best_in_turn(urgency smallint, free text[], active text[], starters text[], passed bigint[])
RETURNS pipeline_job
LANGUAGE plpgsql STABLE
AS $$
DECLARE
    best pipeline_job;
BEGIN
    SELECT j.* INTO best
    FROM (
        SELECT c.channel_id
        FROM unnest(active) AS c(channel_id)
        LEFT JOIN pipeline_turn t ON t.priority = urgency AND t.channel_id = c.channel_id
        ORDER BY t.served_at NULLS FIRST, c.channel_id COLLATE "C" OFFSET 0
    ) c, LATERAL (
        SELECT head.*
        FROM unnest(CASE WHEN starters IS NULL OR c.channel_id = ANY (starters)
                    THEN ARRAY[false, true] ELSE ARRAY[false] END) AS f(starting),
        unnest(free) AS s(name), LATERAL (
            SELECT * FROM pipeline_job
            WHERE state = 'waiting' AND waits_for_id IS NULL AND NOT later AND film_turn IS NULL AND priority = urgency
              AND channel_id = c.channel_id AND service = s.name AND starts_film = f.starting AND id <> ALL (passed)
            ORDER BY priority, channel_id, service, starts_film, task_age, position, id LIMIT 1
        ) head
        ORDER BY head.task_age, head.position, head.id LIMIT 1
    ) j
    LIMIT 1;
    RETURN best;
END $$;

CREATE OR REPLACE FUNCTION somebody_waits(urgency smallint) RETURNS boolean
LANGUAGE plpgsql STABLE
AS $$
BEGIN
    PERFORM FROM pipeline_job
    WHERE state = 'waiting' AND waits_for_id IS NULL AND NOT later AND film_turn IS NOT NULL AND priority = urgency
    ORDER BY priority, service, film_turn, position, id LIMIT 1;
    IF FOUND THEN
        RETURN true;
    END IF;
    PERFORM FROM pipeline_job
    WHERE state = 'waiting' AND waits_for_id IS NULL AND NOT later AND film_turn IS NULL AND priority = urgency
    ORDER BY priority, channel_id, service, starts_film, task_age, position, id LIMIT 1;
    RETURN FOUND;
END $$;

CREATE OR REPLACE FUNCTION a_time_has_come(at timestamptz) RETURNS boolean
LANGUAGE plpgsql STABLE
AS $$
BEGIN
    PERFORM FROM pipeline_job WHERE state = 'waiting' AND waits_for_id IS NULL AND later AND run_after <= at
    ORDER BY run_after LIMIT 1;
    RETURN FOUND;
END $$;

-- Take the best job for a worker. Gives it as it is then; one that is still waiting did not fit under a cap and was not taken.
CREATE OR REPLACE FUNCTION claim_job(by_worker text, new_token text, lease interval, patience interval)
RETURNS SETOF pipeline_job
LANGUAGE plpgsql
SET enable_seqscan = off SET enable_bitmapscan = off SET plan_cache_mode = force_generic_plan SET jit = off
AS $$
DECLARE
    at timestamptz := clock_timestamp();
    active text[];
    starters text[];
    passed bigint[] := ARRAY[]::bigint[];
    free text[];
    urgency smallint;
    best pipeline_job;
    candidate pipeline_job;
BEGIN
    IF NOT ({somebody}) AND NOT a_time_has_come(at) THEN
        RETURN;  -- Nobody waits at the gate for nothing.
    END IF;
    -- A claim need not be on disk before anything is done about it: what a worker writes next takes it along, and a claim that a
    -- crash of the server undoes is one whose token is no longer good.
    PERFORM set_config('synchronous_commit', 'off', true), pg_advisory_xact_lock({gate});
    at := clock_timestamp();
    IF a_time_has_come(at) THEN
        UPDATE pipeline_job SET later = false WHERE id IN (
            SELECT id FROM pipeline_job
            WHERE state = 'waiting' AND waits_for_id IS NULL AND later AND run_after <= at
            ORDER BY run_after LIMIT 100 FOR UPDATE SKIP LOCKED
        );
    END IF;
    active := (SELECT array_agg(channel_id) FROM channels_channel WHERE is_active);
    free := services_with_room(split_part(by_worker, ':', 1), at);
    IF free IS NULL OR active IS NULL THEN
        RETURN;
    END IF;
    <<look>> LOOP
        IF cardinality(passed) >= 200 THEN
            RETURN;  -- Somebody holds many. He ends first; each look costs more than the one before.
        END IF;
        best := NULL;
        FOREACH urgency IN ARRAY ARRAY[{priorities}]::smallint[] LOOP
            CONTINUE WHEN best.id IS NOT NULL AND EXISTS (
                SELECT FROM pipeline_turn t WHERE t.priority = urgency AND t.claimed_at > at - patience);
            CONTINUE WHEN NOT somebody_waits(urgency);
            candidate := best_under_way(urgency, free, active, passed);
            IF candidate.id IS NULL THEN
                candidate := best_in_turn(urgency, free, active, starters, passed);
                IF candidate.starts_film AND starters IS NULL THEN
                    starters := coalesce(channels_that_may_start_a_film(), ARRAY[]::text[]);
                    IF candidate.channel_id <> ALL (starters) THEN
                        candidate := best_in_turn(urgency, free, active, starters, passed);
                    END IF;
                END IF;
            END IF;
            CONTINUE WHEN candidate.id IS NULL;
            IF candidate.run_after > at THEN  -- Its time has not come. Marked, it is looked past without being touched.
                UPDATE pipeline_job SET later = true
                WHERE id = (SELECT id FROM pipeline_job WHERE id = candidate.id FOR NO KEY UPDATE SKIP LOCKED);
                IF NOT FOUND THEN  -- Somebody holds it. What was marked is looked past without being remembered.
                    passed := passed || candidate.id;
                END IF;
                CONTINUE look;
            END IF;
            IF best.id IS NULL THEN
                best := candidate;
            ELSIF candidate.run_after <= at - patience THEN
                best := candidate;  -- It waited in vain for too long.
                EXIT;
            ELSE  -- It does not wait in vain before that long after it was ready, so nobody needs to look until then.
                INSERT INTO pipeline_turn (priority, channel_id, claimed_at)
                VALUES (urgency, candidate.channel_id, candidate.run_after)
                ON CONFLICT (priority, channel_id) DO UPDATE SET claimed_at = excluded.claimed_at;
            END IF;
        END LOOP;
        IF best.id IS NULL THEN
            RETURN;
        END IF;
        -- Only as it was read: somebody may have cancelled it since, or found another price or service for it.
        SELECT * INTO candidate FROM pipeline_job
        WHERE id = best.id AND state = 'waiting' AND waits_for_id IS NULL
          AND service = best.service AND quoted_usd = best.quoted_usd
        FOR NO KEY UPDATE SKIP LOCKED;
        EXIT WHEN FOUND;
        passed := passed || best.id;
    END LOOP;
    IF best.quoted_usd > 0 AND NOT fits_under_caps(best, at) THEN
        RETURN NEXT best;
        RETURN;
    END IF;
    UPDATE pipeline_job
    SET state = 'running', worker = by_worker, token = new_token, leased_until = at + lease
    WHERE id = best.id
    RETURNING * INTO candidate;
    INSERT INTO pipeline_turn AS t (priority, channel_id, served_at, claimed_at)
    VALUES (candidate.priority, candidate.channel_id, CASE WHEN candidate.film_turn IS NULL THEN at END, at)
    ON CONFLICT (priority, channel_id) DO UPDATE
    SET served_at = coalesce(excluded.served_at, t.served_at), claimed_at = excluded.claimed_at;
    UPDATE pipeline_service s
    SET used_today = CASE WHEN s.used_on = (at AT TIME ZONE s.timezone)::date THEN s.used_today ELSE 0 END + 1,
        used_on = (at AT TIME ZONE s.timezone)::date,
        recent_calls = CASE WHEN s.calls_per_window IS NULL THEN '[]'::jsonb ELSE (
            SELECT coalesce(jsonb_agg(call ORDER BY n), '[]') || to_jsonb(extract(epoch FROM at)::float8)
            FROM jsonb_array_elements(s.recent_calls) WITH ORDINALITY AS calls(call, n)
            WHERE n > jsonb_array_length(s.recent_calls) - s.calls_per_window + 1
        ) END
    WHERE s.name = candidate.service
      AND (NOT s.per_machine OR s.daily_quota IS NOT NULL OR s.calls_per_window IS NOT NULL);
    RETURN NEXT candidate;
END $$;
