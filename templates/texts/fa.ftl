### آنچه خوانندگان در پیام می‌بینند.

templates-kind = { $kind ->
    [statement] بیانیه
    [report_summary] خلاصهٔ گزارش
    [project] پروژه
    [publication] اثر منتشرشده
    [journal] نشریه
    [event] رویداد
    [appeal] فراخوان
    [correction] اصلاحیه
   *[page] صفحه
}
templates-kinds = { $kind ->
    [statement] بیانیه‌ها
    [report_summary] خلاصهٔ گزارش‌ها
    [project] پروژه‌ها
    [publication] آثار منتشرشده
    [journal] نشریه‌ها
    [event] رویدادها
    [appeal] فراخوان‌ها
    [correction] اصلاحیه‌ها
   *[page] صفحه‌ها
}
templates-in-language = { $code ->
    [en] به انگلیسی
    [sl] به اسلوونیایی
    [ar] به عربی
    [fa] به فارسی
    [hr] به کرواتی
    [bs] به بوسنیایی
    [sr] به صربی
    [de] به آلمانی
    [it] به ایتالیایی
    [fr] به فرانسوی
   *[other] به زبان { $name }
}
templates-contents = در این شماره
templates-read-on = متن کامل را بخوانید
templates-read-on-website = در وب‌سایت ما بخوانید
templates-pdf = PDF
templates-pdf-open = دربارهٔ آن بخوانید یا آن را دریافت کنید
templates-cover-of = جلد «{ $title }»
templates-pdf-facts = { $pages } صفحه، { $size }
templates-pdf-size = { $size }
templates-megabytes = { $size }{ "\u00A0" }مگابایت
templates-kilobytes = { $size }{ "\u00A0" }کیلوبایت
templates-read = دربارهٔ این اثر بیشتر بخوانید
templates-digest-more = و { $count } خبر دیگر
templates-follow-up-correction = اصلاحیه: { $subject }
templates-follow-up-recall = پس‌گرفتن پیام: { $subject }
templates-download = PDF را دریافت کنید
templates-partners = نهادهای همکار
templates-when = زمان
templates-where = مکان
templates-how-to-come = راه دسترسی
templates-about-event = بیشتر دربارهٔ رویداد
templates-day-and-hour = { $day }، { $hour }
templates-from-hour-to-hour = از ساعت { $first } تا { $last }
templates-from-day-to-day = از { $first } تا { $last }
templates-act = شرکت کنید
templates-until = مهلت: { $date }
templates-counter = { $count } نفر تاکنون شرکت کرده‌اند
templates-counter-of = { $count } نفر تاکنون شرکت کرده‌اند؛ هدف ما { $goal } نفر است
templates-counted-on = تا { $date }.
templates-was-wrong = نادرست
templates-is-right = درست
templates-corrects = این اصلاحیهٔ مطلب ماست:
templates-read-online = در وب بخوانید
templates-website = وب‌سایت
templates-why = این پیام را دریافت می‌کنید، چون مشترک «{ $list }» هستید.
templates-why-any = این پیام را دریافت می‌کنید، چون مشترک دست‌کم یکی از این فهرست‌ها هستید: { $lists }.
templates-why-list = «{ $list }»
templates-unsubscribe = لغو اشتراک
templates-unsubscribe-text = برای اینکه دیگر این پیام‌ها را دریافت نکنید، اینجا اشتراک خود را لغو کنید:
templates-preferences = تنظیمات
templates-preferences-text = برای تغییر زبان پیام‌ها، نام یا فهرست‌ها:

templates-confirm-subject = لطفاً اشتراک خود را تأیید کنید: { $list }
templates-confirm-preheader = یک قدم مانده است: تأیید کنید که این درخواست از شما بوده است.
templates-confirm-heading = لطفاً اشتراک خود را تأیید کنید
templates-confirm-asked = کسی، امیدواریم خود شما، درخواست کرده است که این نشانی مشترک «{ $list }» شود.
templates-confirm-asked-several = کسی، امیدواریم خود شما، درخواست کرده است که این نشانی مشترک این فهرست‌ها شود: { $lists }.
templates-confirm-unwanted = پیام دربارهٔ این موضوع‌ها را نمی‌خواهد: { $topics }.
templates-confirm-do = اگر شما بوده‌اید، لطفاً تأیید کنید. تا تأیید نکنید دیگر به شما پیامی نمی‌فرستیم.
templates-confirm-button = بله، می‌خواهم مشترک شوم
templates-confirm-text = برای تأیید، این نشانی را باز کنید:
templates-confirm-ignore = اگر این درخواست از شما نبوده است، لازم نیست کاری کنید. دیگر به شما پیامی نمی‌فرستیم. برای اینکه کسی دوباره با نشانی شما درخواست نکند، همان پیوند را باز کنید و «من نبودم» را بزنید.
templates-confirm-link-fallback = اگر دکمه کار نمی‌کند، این نشانی را در مرورگر خود باز کنید:

templates-address-question-subject = لطفاً نشانی تازهٔ خود را تأیید کنید
templates-address-question-preheader = یک قدم مانده است: تأیید کنید که این نشانی از آن شماست.
templates-address-question-heading = لطفاً نشانی تازهٔ خود را تأیید کنید
templates-address-question-asked = کسی، امیدواریم خود شما، خواسته است که پیام‌های «{ $organisation }» از این پس به این نشانی فرستاده شود.
templates-address-question-do = اگر شما بوده‌اید، لطفاً تأیید کنید. تا تأیید نکنید چیزی تغییر نمی‌کند.
templates-address-question-button = بله، به این نشانی بفرستید
templates-address-question-text = برای تأیید، این نشانی را باز کنید:
templates-address-question-ignore = اگر این درخواست از شما نبوده است، لازم نیست کاری کنید. بدون تأیید شما چیزی دریافت نخواهید کرد.

templates-address-notice-subject = آیا نشانی شما تغییر کند؟
templates-address-notice-preheader = اگر شما درخواست نکرده‌اید، می‌توانید جلو آن را بگیرید.
templates-address-notice-heading = آیا نشانی شما تغییر کند؟
templates-address-notice-asked = کسی، امیدواریم خود شما، خواسته است که پیام‌های «{ $organisation }» به جای این نشانی به نشانی دیگری فرستاده شود. این کار باید در آن نشانی تأیید شود.
templates-address-notice-do = اگر شما بوده‌اید، لازم نیست کاری کنید. اگر نبوده‌اید، لطفاً به ما بگویید:
templates-address-notice-button = من نبودم
templates-address-notice-text = اگر شما نبوده‌اید، این نشانی را باز کنید:
templates-address-notice-ignore = اگر آن نشانی پیش از این تأیید شده باشد هم این کار شدنی است: دیگر چیزی به آن فرستاده نمی‌شود و می‌توانید با این نشانی دوباره نام‌نویسی کنید.

templates-welcome-subject = به جمع مشترکان خوش آمدید: { $list }
templates-welcome-preheader = اشتراک شما تأیید شد.
templates-welcome-heading = خوش آمدید
templates-welcome-done = اشتراک شما در «{ $list }» تأیید شد. سپاسگزاریم.
templates-welcome-promise = تنها وقتی می‌نویسیم که حرفی برای گفتن داریم، و نشانی شما را به هیچ‌کس نمی‌دهیم.
templates-welcome-leave = هر زمان می‌توانید با یک کلیک اشتراک خود را لغو کنید:
templates-welcome-visit = از وب‌سایت ما دیدن کنید

templates-still-wanted-subject = آیا هنوز پیام‌های ما را می‌خواهید؟
templates-still-wanted-preheader = مدت زیادی است که از شما خبری نداریم.
templates-still-wanted-heading = آیا هنوز پیام‌های ما را می‌خواهید؟
templates-still-wanted-asked = شما از ما پیام دریافت می‌کنید: «{ $list }». ما ثبت نمی‌کنیم چه کسی پیام‌ها را باز می‌کند، پس نمی‌دانیم هنوز آن‌ها را می‌خواهید یا نه.
templates-still-wanted-do = لطفاً به ما بگویید. تنها یک لحظه وقت می‌گیرد.
templates-still-wanted-button = بله یا نه: اینجا پاسخ دهید
templates-still-wanted-text = برای پاسخ، این نشانی را باز کنید:
templates-still-wanted-nothing = اگر پاسخ ندهید چیزی تغییر نمی‌کند: همچنان پیام‌ها را دریافت می‌کنید.
templates-still-wanted-until = آخرین روز پاسخ { $day } است. اگر تا آن روز پاسخ ندهید، شما را از این فهرست برمی‌داریم.
