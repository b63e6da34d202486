# الجملة التي يوافق عليها القارئ، وتُحفظ حرفيًّا مع الموافقة.
subscribers-consent-wording = نعم، أرغب في تلقّي رسائل قائمة «{ $list }» من { $organisation } عبر البريد الإلكتروني. ويمكنني إلغاء الاشتراك في أي وقت بنقرة واحدة.

subscribers-address-missing = لم يُكتب عنوان البريد الإلكتروني. يُرجى كتابته.
subscribers-address-with-name = يُكتب هنا العنوان وحده، مثل ana@example.org، من دون الاسم ومن دون علامتي < و>.
subscribers-address-without-at = هذا ليس عنوان بريد إلكتروني، إذ لا توجد فيه علامة @. يُرجى تصحيحه.
subscribers-address-too-long = عنوان البريد الإلكتروني أطول مما يُسمح به. يُرجى التحقق منه.
subscribers-address-long-before-at = الجزء الذي يسبق علامة @ في عنوان البريد الإلكتروني طويل جدًّا، والحد الأقصى 64 حرفًا. يُرجى التحقق منه.
subscribers-address-not-ascii = يوجد قبل علامة @ حرف لا تستطيع معظم خوادم البريد التعامل معه. يُرجى التحقق من العنوان.
subscribers-address-refused = لا يمكن إرسال البريد إلى هذا العنوان كما هو مكتوب. يُرجى التحقق من وجود خطأ في الكتابة.
subscribers-name-too-long = الاسم طويل جدًّا، والحد الأقصى لعدد الأحرف هو { $limit }. يُرجى اختصاره.
subscribers-pause-no-day = هذا ليس تاريخًا. يُرجى اختيار يوم من التقويم.
subscribers-pause-not-then = يُرجى اختيار يوم ابتداءً من الغد، وخلال سنة على الأكثر.
subscribers-name-unreadable = يحتوي الاسم على رموز غير مرئية. يُرجى كتابته من جديد.
subscribers-language-missing = لم تُحدَّد اللغة. يُرجى اختيار لغة.
subscribers-language-unknown = اللغة «{ $language }» غير معروفة لدينا. يُرجى اختيار لغة أخرى.
subscribers-language-unclear = قد تعني «{ $language }» أكثر من لغة. يُرجى كتابة اللغة المقصودة: { $known }.
subscribers-language-is-country = ‏«{ $language }» رمز دولة ({ $country }) وليس رمز لغة. يُرجى اختيار لغة.

subscribers-link-damaged = جزء من هذا الرابط ناقص. لم يتغيّر شيء. يُرجى فتح الرابط من الرسالة مرة أخرى أو نسخه كاملًا.
subscribers-unsubscribe-link-refused = رابط إلغاء الاشتراك هذا غير صالح أو قديم جدًّا. لم يتغيّر شيء. يُرجى استخدام الرابط الموجود في أحدث رسالة وصلتك أو الكتابة إلينا لنلغي اشتراكك.
subscribers-left-link-refused = هذا الرابط غير صالح أو انتهت صلاحيته. لم يتغيّر شيء. لتصلك رسائلنا من جديد، يُرجى الاشتراك.
subscribers-preferences-link-refused = رابط التفضيلات هذا غير صالح أو قديم جدًّا. لم يتغيّر شيء. يُرجى استخدام الرابط الموجود في أحدث رسالة وصلتك؛ أما روابط إلغاء الاشتراك فتعمل في الرسائل الأقدم أيضًا.
subscribers-confirmation-link-refused = رابط التأكيد هذا غير صالح أو انتهت صلاحيته. لم يتغيّر شيء. يُرجى الاشتراك من جديد وسنرسل إليك رابطًا جديدًا.
subscribers-invitation-link-refused = هذه الدعوة غير صالحة أو انتهت صلاحيتها. يُرجى طلب دعوة جديدة ممّن أعطاك إياها.
subscribers-request-unknown = لا يوجد هنا اشتراك بانتظار التأكيد. لم يتغيّر شيء. إذا كنت ترغب في الاشتراك، يُرجى الاشتراك من جديد.
subscribers-unsubscribed-since = أُلغي اشتراكك بعد إرسال هذا الرابط، لذلك لم يعد صالحًا. إذا غيّرت رأيك، يُرجى الاشتراك من جديد.
subscribers-list-closed = لم تعد القائمة «{ $list }» تقبل اشتراكات جديدة. لم يُحفظ شيء. اكتب إلى المنظمة إذا أردت تلقّي رسائلها.
subscribers-value-yes = نعم
subscribers-value-no = لا
subscribers-value-too-long = النص طويل جدًّا، والحد الأقصى لعدد الأحرف هو { $limit }. يُرجى اختصاره.
subscribers-value-unreadable = يحتوي النص على رموز غير مرئية. يُرجى كتابته من جديد.
subscribers-value-no-choice = «{ $text }» ليس من الخيارات المتاحة: { $known }. يُرجى اختيار أحدها.
subscribers-value-no-yes-or-no = «{ $text }» ليس «نعم» ولا «لا». يُرجى كتابة أحدهما.
subscribers-value-no-whole-number = «{ $text }» ليس عددًا صحيحًا. يُرجى كتابته بالأرقام وحدها، مثل 1250.
subscribers-value-no-decimal = «{ $text }» ليس عددًا واضح المعنى. يُرجى كتابته من دون فواصل الآلاف، مثل 1250.5.
subscribers-value-no-date = «{ $text }» ليس تاريخًا. يُرجى كتابته على هذا النحو: 2026-01-31.
