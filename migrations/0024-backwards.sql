-- Folds are looked for from whichever end leads to fewer pages. The index backwards leaves marks out that tell nothing, so
-- what PostgreSQL learns of it counts for nothing; told of the expression itself it knows how few arms a fold leads to.
create statistics arm_mark_backwards on (reverse(fold)) from arm_mark;
