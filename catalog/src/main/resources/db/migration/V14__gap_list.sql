-- The list of coverage gaps: few stories of many.
create index story_gap_by_rank on story (rank desc, id desc) where article_count > 0 and gap;
create index story_gap_by_update_time on story (update_time desc, id desc) where article_count > 0 and gap;
